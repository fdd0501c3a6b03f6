/** Pooling: reduces each window of a signal or image to one number. */
import { method } from "../../method.js";
import { ShapeError, ValueError } from "../../errors.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { max } from "../reduce/max-min.js";
import { mean } from "../reduce/mean.js";
import { read } from "../../primitives/index/selection.js";
import { asArray } from "../../as-array.js";
import { reshape } from "../shape/reshape.js";
import { padAll } from "./conv.js";
import { countWindows, perAxis, windowSelection } from "../../primitives/nn/windows.js";
import type { PerAxis } from "../../primitives/nn/windows.js";

export interface PoolOptions {
  readonly kernelSize: PerAxis;
  /** The distance between windows; the kernel's size by default. */
  readonly stride?: PerAxis | undefined;
  readonly padding?: PerAxis | undefined;
}

// A kernel size is required; plain JavaScript may omit it, and an empty one is refused.
const DEFAULTS = { kernelSize: [], stride: undefined, padding: 0 };

/**
 * The largest entry of each window. Shapes: [n, c, length] → [n, c, out] with out = ⌊(length + 2·padding − k)/stride⌋ + 1.
 * Padding never wins. Ties share the cotangent equally. Throws ShapeError where no window fits, ValueError for sizes out of
 * range: padding is at most half the kernel, so that every window has an entry.
 */
export const maxPool1d: (x: Tensor, options: PoolOptions) => Nd = method(
  "maxPool1d",
  DEFAULTS,
  (x, options) => pool(1, x, options, -Infinity, max),
);

/** The largest entry of each window of images. Shapes: [n, c, height, width] → [n, c, …]. Otherwise as `maxPool1d`. */
export const maxPool2d: (x: Tensor, options: PoolOptions) => Nd = method(
  "maxPool2d",
  DEFAULTS,
  (x, options) => pool(2, x, options, -Infinity, max),
);

/** The mean of each window; padding counts as zeros. Shapes as for `maxPool1d`. Linear. */
export const avgPool1d: (x: Tensor, options: PoolOptions) => Nd = method(
  "avgPool1d",
  DEFAULTS,
  (x, options) => pool(1, x, options, 0, mean),
);

/** The mean of each window of images. Shapes as for `maxPool2d`. Linear. */
export const avgPool2d: (x: Tensor, options: PoolOptions) => Nd = method(
  "avgPool2d",
  DEFAULTS,
  (x, options) => pool(2, x, options, 0, mean),
);

function pool(
  rank: number,
  x: Tensor,
  options: PoolOptions,
  around: number,
  reduce: (x: Tensor, options: { readonly axis: number }) => Tensor,
): Nd {
  const { kernelSize, stride = kernelSize, padding = 0 } = options;
  const shape = shapeOf(x);
  if (shape.length !== rank + 2)
    throw new ShapeError(
      `expected x of [n,c,${rank === 1 ? "length" : "height,width"}], got ${bracket(shape)}. Add axes with reshape.`,
    );
  const window = {
    size: perAxis("kernel size", kernelSize, rank, 1),
    stride: perAxis("stride", stride, rank, 1),
    dilation: new Array<number>(rank).fill(1),
  };
  const pads = perAxis("padding", padding, rank, 0);
  if (pads.some((p, a) => 2 * p > window.size[a]!))
    throw new ValueError(
      `expected padding of at most half the kernel ${bracket(window.size)}, got ${bracket(pads)}. Use pad for more.`,
    );
  const padded = padAll(x, pads, around);
  const counts = countWindows(shapeOf(padded).slice(2), window);
  const [n, c] = shape as [number, number];
  // Every channel is a group of its own, whose windows are the axis before the last.
  const columns = read(padded, windowSelection(shape, c, counts, window));
  return asArray(reshape(reduce(columns, { axis: 2 }), [n, c, ...counts]));
}
