/** How primitives apply to a batch at once. A batched argument has the examples along a first axis of its own. */
import type { BatchingFor } from "../primitive.js";
import { shapeOf } from "../tensor.js";
import type { Tensor } from "../tensor.js";
import { reshapeTo } from "./shape/reshape.js";

/** For primitives of tensors that broadcast: the axes of the examples are made to meet. */
export const broadcasting: BatchingFor = {
  ruleFor: (fn) => {
    // It is asked for where all arguments are tensors.
    const call = fn as unknown as (...args: Tensor[]) => unknown;
    return (batched, ...args) => call(...aligned(batched, args as readonly unknown[] as readonly Tensor[]));
  },
};

/**
 * The arguments of a broadcasting op, so that the axes of the examples meet: batched arguments of lower rank get
 * axes of size 1 behind that of the examples.
 */
export function aligned(batched: readonly boolean[], args: readonly Tensor[]): Tensor[] {
  const ranks = args.map((x, i) => shapeOf(x).length - (batched[i] ? 1 : 0));
  const rank = Math.max(...ranks);
  return args.map((x, i) => (batched[i] ? raised(x, rank) : x));
}

/** A batch of examples of lower rank as one of examples of rank `rank`, with axes of size 1 in front of each. */
export function raised(batch: Tensor, rank: number): Tensor {
  const [size, ...shape] = shapeOf(batch);
  return shape.length === rank ? batch : reshapeTo(batch, [size!, ...onesOf(rank - shape.length), ...shape]);
}

export function onesOf(n: number): number[] {
  return new Array<number>(Math.max(n, 0)).fill(1);
}

/** Axes of an example as axes of the batch. */
export function behind(axes: readonly number[]): number[] {
  return axes.map((a) => a + 1);
}
