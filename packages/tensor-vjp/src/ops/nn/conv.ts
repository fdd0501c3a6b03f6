/** Convolutions of images and signals, in the sense of neural networks: cross-correlations. */
import { checked } from "../../options.js";
import { ShapeError, ValueError } from "../../errors.js";
import { bracket, sameShape } from "../../shape.js";
import { shapeOf, sizeOf } from "../../tensor.js";
import type { Nd, Shape, Tensor } from "../../tensor.js";
import { add } from "../../primitives/elementwise/arithmetic.js";
import { matmul } from "../../primitives/products/matmul.js";
import { at } from "../index/at.js";
import { slice } from "../index/expression.js";
import { pad } from "../shape/pad.js";
import { read, scatter } from "../../primitives/index/place.js";
import { ranked } from "../../ranked.js";
import { reshape } from "../../primitives/shape/reshape.js";
import { swapaxes } from "../shape/transpose.js";
import { countWindows, perAxis, windowPlace } from "../../primitives/nn/windows.js";
import type { PerAxis, Window } from "../../primitives/nn/windows.js";

export interface ConvOptions {
  /** One per output channel. */
  readonly bias?: Tensor | undefined;
  readonly stride?: PerAxis | undefined;
  /** Zeros put at both ends of each axis. */
  readonly padding?: PerAxis | undefined;
  readonly dilation?: PerAxis | undefined;
  /** Channels are split into so many groups, each convolved by itself. */
  readonly groups?: number | undefined;
}

const NAMES = ["bias", "stride", "padding", "dilation", "groups"];

/**
 * Cross-correlation of signals. Shapes: x [n, c, length], w [o, c/groups, k] → [n, o, out] with
 * out = ⌊(length + 2·padding − dilation·(k − 1) − 1)/stride⌋ + 1. Bilinear. Throws ShapeError where the sizes do not fit,
 * ValueError for options out of range.
 */
export function conv1d(x: Tensor, w: Tensor, options: ConvOptions = {}): Nd {
  return conv("conv1d", 1, x, w, options);
}

/** Cross-correlation of images. Shapes: x [n, c, height, width], w [o, c/groups, kh, kw] → [n, o, …]. The rest as for `conv1d`. */
export function conv2d(x: Tensor, w: Tensor, options: ConvOptions = {}): Nd {
  return conv("conv2d", 2, x, w, options);
}

function conv(op: string, rank: number, x: Tensor, w: Tensor, options: ConvOptions): Nd {
  const { bias, padding = 0, groups = 1 } = checked(op, options, NAMES);
  const [s, t] = [shapeOf(x, op), shapeOf(w, op)];
  checkChannels(op, rank, s, t, groups);
  const window = windowOf(op, rank, t.slice(2), options);
  const padded = padAll(x, perAxis(op, "padding", padding, rank, 0));
  const counts = countWindows(op, shapeOf(padded).slice(2), window);
  const columns = read(padded, windowPlace(s, groups, counts, window));
  const o = t[0]!;
  const kernels = reshape(w, [groups, o / groups, sizeOf(t.slice(1))]);
  return withBias(op, reshape(matmul(kernels, columns), [s[0]!, o, ...counts]), bias);
}

export interface ConvTransposeOptions extends ConvOptions {
  /** Added to one side of each axis of the output, where several sizes would give this input. */
  readonly outputPadding?: PerAxis | undefined;
}

/**
 * The transpose of `conv2d` in its first argument. Shapes: x [n, c, height, width], w [c, o/groups, kh, kw] → [n, o, …] with
 * (height − 1)·stride − 2·padding + dilation·(kh − 1) + outputPadding + 1 rows. Bilinear. Errors as for `conv1d`.
 */
export function convTranspose2d(x: Tensor, w: Tensor, options: ConvTransposeOptions = {}): Nd {
  const [op, rank] = ["convTranspose2d", 2];
  const {
    bias,
    padding = 0,
    groups = 1,
    outputPadding = 0,
  } = checked(op, options, [...NAMES, "outputPadding"]);
  checkGroups(op, groups);
  const [s, t] = [shapeOf(x, op), shapeOf(w, op)];
  if (s.length !== 4 || t.length !== 4 || s[1] !== t[0] || t[0]! % groups !== 0)
    throw new ShapeError(
      `${op}: expected x of [n,c,h,w] and kernels of [c,o/${groups},kh,kw], got ${bracket(s)} and ${bracket(t)}. ` +
        `The kernels have a row for each channel of x.`,
    );
  const window = windowOf(op, rank, t.slice(2), options);
  const pads = perAxis(op, "padding", padding, rank, 0);
  const more = perAxis(op, "output padding", outputPadding, rank, 0);
  const counts = s.slice(2);
  const sizes = counts.map(
    (n, a) => (n - 1) * window.stride[a]! + window.dilation[a]! * (window.size[a]! - 1) + 1 + more[a]!,
  );
  if (sizes.some((size, a) => size - 2 * pads[a]! < 1))
    throw new ShapeError(
      `${op}: expected padding that leaves some of ${bracket(sizes)}, got ${bracket(pads)}. It is cut from both ends.`,
    );
  const [n, c, o] = [s[0]!, s[1]!, t[1]! * groups];
  const kernels = swapaxes(reshape(w, [groups, c / groups, sizeOf(t.slice(1))]), -1, -2);
  const columns = matmul(kernels, reshape(x, [n, groups, c / groups, sizeOf(counts)]));
  const full = scatter([n, o, ...sizes], [windowPlace([n, o], groups, counts, window)], columns);
  const inside = at(full, [slice(), slice(), ...sizes.map((size, a) => slice(pads[a], size - pads[a]!))]);
  return withBias(op, inside, bias);
}

function windowOf(op: string, rank: number, size: Shape, { stride = 1, dilation = 1 }: ConvOptions): Window {
  return {
    size,
    stride: perAxis(op, "stride", stride, rank, 1),
    dilation: perAxis(op, "dilation", dilation, rank, 1),
  };
}

/** `x` with `value` around its last axes. */
export function padAll(x: Tensor, pads: readonly number[], value = 0): Tensor {
  if (pads.every((p) => p === 0)) return x;
  return pad(x, [[0, 0], [0, 0], ...pads.map((p): [number, number] => [p, p])], { constantValues: value }); // prettier-ignore
}

function withBias(op: string, y: Tensor, bias: Tensor | undefined): Nd {
  if (bias === undefined) return ranked(y);
  const shape = shapeOf(y);
  if (!sameShape(shapeOf(bias, op), [shape[1]!]))
    throw new ShapeError(
      `${op}: expected a bias of [${shape[1]}], got ${bracket(shapeOf(bias))}. It has one entry for each output channel.`,
    );
  return ranked(add(y, reshape(bias, [shape[1]!, ...shape.slice(2).map(() => 1)])));
}

function checkChannels(op: string, rank: number, s: Shape, t: Shape, groups: number): void {
  checkGroups(op, groups);
  const axes = rank === 1 ? "length" : "height,width";
  if (s.length !== rank + 2 || t.length !== rank + 2)
    throw new ShapeError(
      `${op}: expected x of [n,c,${axes}] and kernels of [o,c/groups,…], got ${bracket(s)} and ${bracket(t)}. ` +
        `Add axes of size 1 with reshape.`,
    );
  if (s[1] === t[1]! * groups && t[0]! % groups === 0) return;
  throw new ShapeError(
    `${op}: expected kernels for ${s[1]} channels in ${groups} groups, got ${bracket(t)} for x ${bracket(s)}. ` +
      `The second size of the kernels times groups is the number of channels, and groups divides the first.`,
  );
}

function checkGroups(op: string, groups: number): void {
  if (Number.isInteger(groups) && groups >= 1) return;
  throw new ValueError(
    `${op}: expected a number of groups of 1 or more, got ${groups}. One group takes all channels.`,
  );
}
