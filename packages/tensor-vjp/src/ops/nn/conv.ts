/** Convolutions of images and signals, in the sense of neural networks: cross-correlations. */
import { method } from "../../method.js";
import { ShapeError, ValueError } from "../../errors.js";
import { bracket, sameShape } from "../../shape.js";
import { shapeOf, sizeOf } from "../../tensor.js";
import type { Nd, Shape, Tensor } from "../../tensor.js";
import { add } from "../../primitives/elementwise/arithmetic.js";
import { matmul } from "../products/matmul.js";
import { at } from "../index/at.js";
import { slice } from "../index/expression.js";
import { pad } from "../shape/pad.js";
import { read, scatter } from "../../primitives/index/selection.js";
import { asArray } from "../../as-array.js";
import { reshape } from "../shape/reshape.js";
import { swapaxes } from "../shape/transpose.js";
import { countWindows, perAxis, windowSelection } from "../../primitives/nn/windows.js";
import type { PerAxis, Window } from "../../primitives/nn/windows.js";

export interface ConvOptions {
  /** One per output channel. */
  readonly bias?: Tensor | undefined;
  readonly stride?: PerAxis | undefined;
  /** How many zeros to add at both ends of each axis. */
  readonly padding?: PerAxis | undefined;
  readonly dilation?: PerAxis | undefined;
  /** The number of groups into which channels are split, each convolved separately. */
  readonly groups?: number | undefined;
}

const DEFAULTS = { bias: undefined, stride: 1, padding: 0, dilation: 1, groups: 1 };

/**
 * Cross-correlation of signals. Shapes: x [n, c, length], w [o, c/groups, k] → [n, o, out] with
 * out = ⌊(length + 2·padding − dilation·(k − 1) − 1)/stride⌋ + 1. Bilinear. Throws ShapeError where the sizes do not fit,
 * ValueError for options out of range.
 */
export const conv1d: (x: Tensor, w: Tensor, options?: ConvOptions) => Nd = method(
  "conv1d",
  DEFAULTS,
  (x, w, options) => conv(1, x, w, options),
);

/** Cross-correlation of images. Shapes: x [n, c, height, width], w [o, c/groups, kh, kw] → [n, o, …]. Otherwise as `conv1d`. */
export const conv2d: (x: Tensor, w: Tensor, options?: ConvOptions) => Nd = method(
  "conv2d",
  DEFAULTS,
  (x, w, options) => conv(2, x, w, options),
);

function conv(rank: number, x: Tensor, w: Tensor, options: ConvOptions): Nd {
  const { bias, padding = 0, groups = 1 } = options;
  const [s, t] = [shapeOf(x), shapeOf(w)];
  checkChannels(rank, s, t, groups);
  const window = windowOf(rank, t.slice(2), options);
  const padded = padAll(x, perAxis("padding", padding, rank, 0));
  const counts = countWindows(shapeOf(padded).slice(2), window);
  const columns = read(padded, windowSelection(s, groups, counts, window));
  const o = t[0]!;
  const kernels = reshape(w, [groups, o / groups, sizeOf(t.slice(1))]);
  return withBias(reshape(matmul(kernels, columns), [s[0]!, o, ...counts]), bias);
}

export interface ConvTransposeOptions extends ConvOptions {
  /** Added to one side of each axis of the output, to choose among the sizes that `conv2d` maps to this input's. */
  readonly outputPadding?: PerAxis | undefined;
}

/**
 * The transpose of `conv2d` in its first argument. Shapes: x [n, c, height, width], w [c, o/groups, kh, kw] → [n, o, …] with
 * (height − 1)·stride − 2·padding + dilation·(kh − 1) + outputPadding + 1 rows. Bilinear. Errors as for `conv1d`.
 */
export const convTranspose2d: (x: Tensor, w: Tensor, options?: ConvTransposeOptions) => Nd = method(
  "convTranspose2d",
  { ...DEFAULTS, outputPadding: 0 },
  (x, w, { bias, stride, padding, dilation, groups, outputPadding }) => {
    const rank = 2;
    checkGroups(groups);
    const [s, t] = [shapeOf(x), shapeOf(w)];
    if (s.length !== 4 || t.length !== 4 || s[1] !== t[0] || t[0]! % groups !== 0)
      throw new ShapeError(
        `expected x of [n,c,h,w] and kernels of [c,o/${groups},kh,kw], got ${bracket(s)} and ${bracket(t)}. ` +
          `The kernels have a row for each channel of x.`,
      );
    const window = windowOf(rank, t.slice(2), { stride, dilation });
    const pads = perAxis("padding", padding, rank, 0);
    const more = perAxis("output padding", outputPadding, rank, 0);
    const counts = s.slice(2);
    const sizes = counts.map(
      (n, a) => (n - 1) * window.stride[a]! + window.dilation[a]! * (window.size[a]! - 1) + 1 + more[a]!,
    );
    if (sizes.some((size, a) => size - 2 * pads[a]! < 1))
      throw new ShapeError(
        `expected padding that leaves part of ${bracket(sizes)}, got ${bracket(pads)}. It is cut from both ends.`,
      );
    const [n, c, o] = [s[0]!, s[1]!, t[1]! * groups];
    const kernels = swapaxes(reshape(w, [groups, c / groups, sizeOf(t.slice(1))]), -1, -2);
    const columns = matmul(kernels, reshape(x, [n, groups, c / groups, sizeOf(counts)]));
    const out = [n, o, ...sizes];
    const full = scatter(out, [windowSelection(out, groups, counts, window)], columns);
    const inside = at(full, [slice(), slice(), ...sizes.map((size, a) => slice(pads[a], size - pads[a]!))]);
    return withBias(inside, bias);
  },
);

function windowOf(rank: number, size: Shape, { stride = 1, dilation = 1 }: ConvOptions): Window {
  return {
    size,
    stride: perAxis("stride", stride, rank, 1),
    dilation: perAxis("dilation", dilation, rank, 1),
  };
}

/** `x` padded with `value` along its last axes. */
export function padAll(x: Tensor, pads: readonly number[], value = 0): Tensor {
  if (pads.every((p) => p === 0)) return x;
  return pad(x, [[0, 0], [0, 0], ...pads.map((p): [number, number] => [p, p])], { constantValues: value }); // prettier-ignore
}

function withBias(y: Tensor, bias: Tensor | undefined): Nd {
  if (bias === undefined) return asArray(y);
  const shape = shapeOf(y);
  if (!sameShape(shapeOf(bias), [shape[1]!]))
    throw new ShapeError(
      `expected a bias of [${shape[1]}], got ${bracket(shapeOf(bias))}. It has one entry for each output channel.`,
    );
  return asArray(add(y, reshape(bias, [shape[1]!, ...shape.slice(2).map(() => 1)])));
}

function checkChannels(rank: number, s: Shape, t: Shape, groups: number): void {
  checkGroups(groups);
  const axes = rank === 1 ? "length" : "height,width";
  if (s.length !== rank + 2 || t.length !== rank + 2)
    throw new ShapeError(
      `expected x of [n,c,${axes}] and kernels of [o,c/groups,…], got ${bracket(s)} and ${bracket(t)}. ` +
        `Add axes of size 1 with reshape.`,
    );
  if (s[1] === t[1]! * groups && t[0]! % groups === 0) return;
  throw new ShapeError(
    `expected kernels for ${s[1]} channels in ${groups} groups, got ${bracket(t)} for x ${bracket(s)}. ` +
      `The kernels' second size times groups must be the number of channels, and groups must divide the first.`,
  );
}

function checkGroups(groups: number): void {
  if (Number.isInteger(groups) && groups >= 1) return;
  throw new ValueError(`expected 1 group or more, got ${groups}. One group takes all channels.`);
}
