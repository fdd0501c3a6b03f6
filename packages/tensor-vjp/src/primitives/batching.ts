/** How the ops apply to a batch at once. A batched argument has the examples along a first axis of its own. */
import { viewOf } from "@ndgrad/kernels";
import { shapeOf } from "../tensor.js";
import type { Nd, Tensor } from "../tensor.js";
import { reshape } from "./shape/reshape.js";
import { viewPlace } from "./index/place.js";
import type { Place } from "./index/place.js";

type Flags = readonly boolean[];

/**
 * The arguments of a broadcasting op, so that the axes of the examples meet: batched arguments of lower rank get
 * axes of size 1 behind that of the examples.
 */
export function aligned(batched: Flags, args: readonly Tensor[]): Tensor[] {
  const ranks = args.map((x, i) => shapeOf(x).length - (batched[i] ? 1 : 0));
  const rank = Math.max(...ranks);
  return args.map((x, i) => (batched[i] ? raised(x, rank) : x));
}

/** A batch of examples of lower rank as one of examples of rank `rank`, with axes of size 1 in front of each. */
export function raised(batch: Tensor, rank: number): Tensor {
  const [size, ...shape] = shapeOf(batch);
  return shape.length === rank ? batch : reshape(batch, [size!, ...onesOf(rank - shape.length), ...shape]);
}

export function onesOf(n: number): number[] {
  return new Array<number>(Math.max(n, 0)).fill(1);
}

/** `place` in each example of a batch of `size`. */
export function placeInEach(size: number, place: Place): Place {
  const row = (x: Nd, i: number): Nd =>
    viewOf(x, x.shape.slice(1), x.stride.slice(1), x.offset + i * x.stride[0]!);
  const shape = [size, ...place.shape];
  const { look } = place;
  if (look !== undefined)
    return viewPlace(shape, (x) => {
      const { stride, offset } = look(row(x, 0));
      return viewOf(x, shape, [x.stride[0]!, ...stride], offset);
    });
  return {
    shape,
    read: (out, x) => {
      for (let i = 0; i < size; i++) place.read(row(out, i), row(x, i));
    },
    add: (out, g) => {
      for (let i = 0; i < size; i++) place.add(row(out, i), row(g, i));
    },
  };
}

/** Axes of an example as axes of the batch. */
export function behind(axes: readonly number[]): number[] {
  return axes.map((a) => a + 1);
}
