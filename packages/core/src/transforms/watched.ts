/** A function run under a trace that looks on: its arguments are boxed on the way in, its result is unboxed. */
import type { Trace } from "../trace.js";
import { unflatten } from "../tree.js";
import type { Flat } from "../tree.js";
import type { Boundary } from "./boundary.js";
import type { Fn } from "./recording.js";

/** A trace that boxes a value given from outside, `which` being its place among the arguments' values. */
export type Watching = Trace & { enter(value: unknown, which: number): unknown };

export function runWatched(
  boundary: Boundary,
  what: string,
  trace: Watching,
  f: Fn,
  args: readonly unknown[],
): Flat {
  const input = boundary.flatten(args);
  const boxed = unflatten(input.form, input.values.map((x, which) => trace.enter(x, which))); // prettier-ignore
  const { form, values } = trace.during(() =>
    boundary.flattenResult(what, f(...(boxed as readonly unknown[]))),
  );
  return { form, values: values.map((y) => trace.lower(y)) };
}
