/** The three Fourier transforms from which all others are made. All are linear over the reals. */
import type { PrimitiveFn } from "@ndgrad/core";
import { kernels } from "@ndgrad/kernels";
import { primitive } from "../../primitive.js";
import { constantLike } from "../../scope.js";
import { asNd, shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { shiftAxes } from "../batching.js";
import { broadcastTo } from "../shape/broadcast.js";
import { scratchCopy, halfOfRows, transformRows, wholeOfRows } from "./rows.js";

type Pair = readonly [re: Tensor, im: Tensor];

/** `axes` counted from the front; `scale` multiplies the sum. */
export interface TransformSpec {
  readonly axes: readonly number[];
  readonly inverse: boolean;
  readonly scale: number;
}

/** Xⱼ = scale·Σ xₖ e^(∓2πi jk/n) along each axis. The matrix is symmetric, so its adjoint is the other direction. */
export const transform: PrimitiveFn<[re: Tensor, im: Tensor, spec: TransformSpec], Pair> = primitive("fft", {
  compute(re, im, { axes, inverse, scale }): Pair {
    const [x, y] = [scratchCopy(asNd(re)), scratchCopy(asNd(im))];
    for (const axis of axes) transformRows(x, y, axis, inverse);
    if (scale !== 1) for (const part of [x, y]) kernels().mul(part, part, scale);
    return [x, y];
  },
  derivative: {
    vjp: (g, ans, _re, _im, spec) => {
      const [re, im] = withZeros(g, ans);
      return [...transform(re, im, { ...spec, inverse: !spec.inverse }), null];
    },
    jvp: ([re, im], _ans, x, y, spec) => transform(re ?? constantLike(x, 0), im ?? constantLike(y, 0), spec),
  },
  batching: ([inRe, inIm], re, im, spec) =>
    transform(...batchBoth(re, inRe!, im, inIm!), { ...spec, axes: shiftAxes(spec.axes) }),
});

/** `inner` multiplies the bins that stand for two, themselves and their mirror image; `scale` multiplies all. */
export interface RealSpec {
  readonly axis: number;
  readonly inner: number;
  readonly scale: number;
}

/** Bins 0 to ⌊n/2⌋ of the transform of real numbers along an axis. Its adjoint counts mirrored bins once, not twice. */
export const toHalf: PrimitiveFn<[x: Tensor, spec: RealSpec], Pair> = primitive("rfft", {
  compute: (x, { axis, inner, scale }): Pair => halfOfRows(asNd(x), axis, inner, scale),
  derivative: {
    vjp: (g, ans, x, spec) => {
      const [re, im] = withZeros(g, ans);
      return [fromHalf(re, im, shapeOf(x)[spec.axis]!, { ...spec, inner: spec.inner / 2 }), null];
    },
    jvp: ([t], _ans, x, spec) => toHalf(t ?? constantLike(x, 0), spec),
  },
  batching: (_batched, x, spec) => toHalf(x, { ...spec, axis: spec.axis + 1 }),
});

/** The `n` real numbers that bins 0 to ⌊n/2⌋ stand for; the imaginary parts of bins without a mirror image count as 0. */
export const fromHalf: PrimitiveFn<[re: Tensor, im: Tensor, n: number, spec: RealSpec], Tensor> = primitive(
  "irfft",
  {
    compute: (re, im, n, { axis, inner, scale }): Tensor =>
      wholeOfRows(asNd(re), asNd(im), axis, n, inner, scale),
    derivative: {
      vjp: (g, _ans, _re, _im, _n, spec) => [...toHalf(g, { ...spec, inner: spec.inner * 2 }), null, null],
      jvp: ([re, im], _ans, x, y, n, spec) =>
        fromHalf(re ?? constantLike(x, 0), im ?? constantLike(y, 0), n, spec),
    },
    batching: ([inRe, inIm], re, im, n, spec) =>
      fromHalf(...batchBoth(re, inRe!, im, inIm!), n, { ...spec, axis: spec.axis + 1 }),
  },
);

/** Cotangents of both parts, zeros where one is absent. */
function withZeros([re, im]: readonly [Tensor | undefined, Tensor | undefined], ans: Pair): Pair {
  return [re ?? constantLike(ans[0], 0), im ?? constantLike(ans[1], 0)];
}

/** Both parts as batches; a part that is the same for all examples is repeated. */
function batchBoth(re: Tensor, inRe: boolean, im: Tensor, inIm: boolean): Pair {
  const size = shapeOf(inRe ? re : im)[0]!;
  const repeated = (x: Tensor, isBatch: boolean): Tensor =>
    isBatch ? x : broadcastTo(x, [size, ...shapeOf(x)]);
  return [repeated(re, inRe), repeated(im, inIm)];
}
