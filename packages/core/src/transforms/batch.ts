/** From a function of one example to a function of many. */
import { BatchTrace, part } from "../batch.js";
import { CotangentError } from "../errors.js";
import { spaceOf } from "../kinds.js";
import { within } from "../scope.js";
import { unflatten } from "../tree.js";
import type { Boundary } from "./boundary.js";
import type { Fn } from "./recording.js";

/**
 * `f` applied to each example. Arguments with `mapped[i]` hold all examples, in the way of their space; the others
 * are the same for each. `extra` are kinds that have no derivative and yet differ per example, such as masks.
 */
export function batch(
  boundary: Boundary,
  f: Fn,
  mapped: readonly boolean[],
  args: readonly unknown[],
  extra: Boundary["spaces"],
): unknown {
  const spaces = [...boundary.spaces, ...extra];
  const trees = args.map((arg) => boundary.flatten(arg));
  const batches = trees.flatMap(({ values }, i) => (mapped[i] ? values : []));
  const size = sizeOf(boundary, batches);
  return within(boundary.spaces, () => {
    const trace = new BatchTrace(spaces, size);
    const traced = trees.map(
      ({ form, values }, i) =>
      mapped[i] ? unflatten(form, values.map((x) => trace.input(x))) : args[i], // prettier-ignore
    );
    const out = boundary.flattenResult("vmap", trace.during(() => f(...traced))); // prettier-ignore
    return boundary.leaveTree(out.form, out.values.map((y) => trace.all(y))); // prettier-ignore
  });
}

function sizeOf(boundary: Boundary, batches: readonly unknown[]): number {
  const counts = batches.map((x) => part(spaceOf(boundary.spaces, "vmap", x), "count")(x));
  const [size] = counts;
  if (size === undefined)
    throw new CotangentError("vmap: expected an argument to map over, got none. Map at least one.");
  if (counts.every((n) => n === size)) return size;
  throw new CotangentError(
    `vmap: expected one number of examples, got ${[...new Set(counts)].join(" and ")}. Give all mapped arguments the same size.`,
  );
}
