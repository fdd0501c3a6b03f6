/** Helpers that apply primitives to a whole batch. A batched argument has its examples along the first axis. */
import type { BatchingFor } from "../primitive.js";
import { shapeOf } from "../tensor.js";
import type { Tensor } from "../tensor.js";
import { reshapeTo } from "./shape/reshape.js";

/** For primitives whose arguments are tensors that broadcast: the axes of the examples are aligned. */
export const broadcasting: BatchingFor = {
  ruleFor: (fn) => {
    // Primitives that use this have only tensors as arguments.
    const call = fn as unknown as (...args: Tensor[]) => unknown;
    return (batched, ...args) =>
      call(...alignExamples(batched, args as readonly unknown[] as readonly Tensor[]));
  },
};

/**
 * The arguments of a broadcasting op with the axes of the examples aligned: batched arguments of lower rank get axes of
 * size 1 after that of the examples.
 */
export function alignExamples(batched: readonly boolean[], args: readonly Tensor[]): Tensor[] {
  const ranks = args.map((x, i) => shapeOf(x).length - (batched[i] ? 1 : 0));
  const rank = Math.max(...ranks);
  return args.map((x, i) => (batched[i] ? raiseRank(x, rank) : x));
}

/** A batch whose examples are raised to `rank` by axes of size 1 in front of each. */
export function raiseRank(batch: Tensor, rank: number): Tensor {
  const [size, ...shape] = shapeOf(batch);
  return shape.length === rank ? batch : reshapeTo(batch, [size!, ...onesOf(rank - shape.length), ...shape]);
}

export function onesOf(n: number): number[] {
  return new Array<number>(Math.max(n, 0)).fill(1);
}

/** The axes of an example, counted in the batch. */
export function shiftAxes(axes: readonly number[]): number[] {
  return axes.map((a) => a + 1);
}
