/** A function run under watch for NaN. */
import { CheckTrace } from "../check.js";
import { unflatten } from "../tree.js";
import type { Boundary } from "./boundary.js";
import type { Fn } from "./recording.js";

export function debugNans(boundary: Boundary, f: Fn, args: readonly unknown[]): unknown {
  const trace = new CheckTrace(boundary.spaces);
  const input = boundary.flatten(args);
  const watched = unflatten(
    input.form,
    input.values.map((x, i) =>
      trace.watch(x, { op: `argument value ${i}`, site: "of the watched function" }),
    ),
  );
  const out = boundary.flattenResult(
    "debugNans",
    trace.during(() => f(...(watched as readonly unknown[]))),
  );
  return boundary.leaveTree(out.form, out.values.map((y) => trace.lower(y))); // prettier-ignore
}
