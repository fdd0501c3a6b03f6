/** Turning a function of one example into a function of a whole batch. */
import { BatchTrace, batchingPart } from "../traces/batch.js";
import { Boundary } from "./boundary.js";
import { CotangentError } from "../errors/errors.js";
import type { Args } from "../primitive.js";
import { withScopes } from "../scope.js";
import { spaceOf } from "../space.js";
import type { Space } from "../space.js";
import { unflatten } from "../tree/tree.js";
import { transform } from "./transform.js";

export interface BatchTransform {
  /**
   * `f` applied to each example of a batch. If `isMapped[i]`, argument i holds all examples, stacked as its space
   * defines; the other arguments are the same for every example. `extra` are spaces of kinds that have no derivative
   * but differ from example to example, such as masks. Libraries build `vmap`, with axes, on this. Throws
   * CotangentError if the mapped arguments hold different numbers of examples.
   * @example
   * batch((x: Nd, k: number) => mul(k, sum(x)), [true, false], [array([[1, 2], [3, 4]]), 10]); // [30, 70]
   */
  batch<A extends Args, R>(
    f: (...args: A) => R,
    isMapped: readonly boolean[],
    args: A,
    extra?: readonly Space[],
  ): R;
}

export const batch = (boundary: Boundary): BatchTransform["batch"] =>
  transform("batch", (f, isMapped: readonly boolean[], args: Args, extra: readonly Space[] = []) => {
    // A constant in a mapped tree may differ per example too, and nothing tells which of its entries belong to which.
    const strict = new Boundary(boundary.spaces, { refusesConstants: true });
    const trees = args.map((arg, i) => (isMapped[i] ? strict.flatten(arg) : null));
    const size = sizeOf(boundary, trees.flatMap((tree) => tree?.values ?? [])); // prettier-ignore
    return withScopes(boundary.spaces, () => {
      const trace = new BatchTrace([...boundary.spaces, ...extra], size);
      const traced = trees.map((tree, i) => {
        if (tree === null) return args[i];
        const { treedef, values } = boundary.snapshot(tree);
        return unflatten(treedef, values.map((x) => trace.input(x))); // prettier-ignore
      });
      const { treedef, values } = strict.flattenResult("vmap", trace.during(() => f(...traced))); // prettier-ignore
      return boundary.leaveTree({ treedef, values: values.map((y) => trace.all(y)) });
    });
  });

function sizeOf(boundary: Boundary, batches: readonly unknown[]): number {
  const counts = batches.map((x) => batchingPart(spaceOf(boundary.spaces, "vmap", x), "count")(x));
  const [size] = counts;
  if (size === undefined)
    throw new CotangentError("vmap: expected an argument to map over, got none. Map at least one.");
  if (counts.every((n) => n === size)) return size;
  throw new CotangentError(
    `vmap: expected one number of examples, got ${[...new Set(counts)].join(" and ")}. Give all mapped arguments the same size.`,
  );
}
