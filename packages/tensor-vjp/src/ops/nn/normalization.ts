/** Normalization of activations and of vectors. */
import { ShapeError } from "../../errors.js";
import { method } from "../../method.js";
import { bracket, broadcastShapes, normalizeAxes, normalizeAxis, sameShape } from "../../shape.js";
import type { AxisOption } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Shape, Tensor } from "../../tensor.js";
import { add, div, mul, square, sub } from "../../primitives/elementwise/arithmetic.js";
import { broadcastTo } from "../../primitives/shape/broadcast.js";
import { maximum } from "../../primitives/elementwise/larger-smaller.js";
import { norm } from "../linalg/norm.js";
import { mean } from "../reduce/mean.js";
import { sqrt } from "../../primitives/elementwise/power.js";
import { asArray } from "../../as-array.js";
import { reshape } from "../shape/reshape.js";
import { sum } from "../reduce/sum.js";

export interface LayerNormOptions {
  /** In the shape of the normalized axes. */
  readonly weight?: Tensor | undefined;
  readonly bias?: Tensor | undefined;
  /** The last by default. */
  readonly axis?: AxisOption | undefined;
  /** Added to the variance, 1e-5. */
  readonly eps?: number | undefined;
}

/**
 * (x − mean)/√(variance + eps) over the given axes, times `weight`, plus `bias`. Shapes: kept. The variance is the biased
 * one. Throws ShapeError unless weight and bias have the shape of those axes. Source: Ba, Kiros & Hinton 2016.
 */
export const layerNorm: (x: Tensor, options?: LayerNormOptions) => Nd = method(
  "layerNorm",
  { weight: undefined, bias: undefined, axis: -1, eps: 1e-5 },
  (x, { weight, bias, axis, eps }) => {
    const shape = shapeOf(x);
    const axes = normalizeAxes(axis, shape.length);
    const y = standardize(x, axes, eps);
    return scaleAndShift(y, axes, weight, bias);
  },
);

export interface BatchNormOptions {
  /** One per channel. */
  readonly weight?: Tensor | undefined;
  readonly bias?: Tensor | undefined;
  /** Means and variances per channel to use instead of those of the batch, in evaluation. */
  readonly running?: { readonly mean: Tensor; readonly variance: Tensor } | undefined;
  /** Added to the variance, 1e-5. */
  readonly eps?: number | undefined;
}

/**
 * (x − mean)/√(variance + eps) for each channel (axis 1) over all other axes, times `weight`, plus `bias`.
 * Shapes: [n, c, …], kept. Mean and biased variance are those of the batch, or the `running` ones. Throws ShapeError for
 * other shapes. Source: Ioffe & Szegedy 2015.
 */
export const batchNorm: (x: Tensor, options?: BatchNormOptions) => Nd = method(
  "batchNorm",
  { weight: undefined, bias: undefined, running: undefined, eps: 1e-5 },
  (x, { weight, bias, running, eps }) => {
    const shape = shapeOf(x);
    if (shape.length < 2)
      throw new ShapeError(`expected x of [n,c,…], got ${bracket(shape)}. Channels are axis 1.`);
    const others = [...shape.keys()].filter((a) => a !== 1);
    const perChannel = (p: Tensor): Tensor => alongAxes("running statistics", p, shape, [1]);
    const y =
      running === undefined
        ? standardize(x, others, eps)
        : div(sub(x, perChannel(running.mean)), sqrt(add(perChannel(running.variance), eps)));
    return scaleAndShift(y, [1], weight, bias);
  },
);

function standardize(x: Tensor, axis: readonly number[], eps: number): Tensor {
  const centred = sub(x, mean(x, { axis, keepdims: true }));
  return div(centred, sqrt(add(mean(square(centred), { axis, keepdims: true }), eps)));
}

/** y·weight + bias along `axes`. */
function scaleAndShift(
  y: Tensor,
  axes: readonly number[],
  weight: Tensor | undefined,
  bias: Tensor | undefined,
): Nd {
  const along = (p: Tensor): Tensor => alongAxes("weight and bias", p, shapeOf(y), axes);
  const times = weight === undefined ? y : mul(y, along(weight));
  return asArray(bias === undefined ? times : add(times, along(bias)));
}

/** `p`, which has the sizes of `axes` in `shape`, with axes of size 1 for the others. Throws ShapeError. */
function alongAxes(what: string, p: Tensor, shape: Shape, axes: readonly number[]): Tensor {
  const own = axes.map((a) => shape[a]!);
  if (!sameShape(shapeOf(p), own))
    throw new ShapeError(
      `expected ${what} of ${bracket(own)}, got ${bracket(shapeOf(p))}. Their sizes must be those of their axes.`,
    );
  return reshape(p, shape.map((n, a) => (axes.includes(a) ? n : 1))); // prettier-ignore
}

export interface NormalizeOptions {
  readonly axis?: number | undefined;
  /** The order of the norm, 2 by default. */
  readonly ord?: number | undefined;
  /** The smallest norm to divide by, 1e-12 by default. */
  readonly eps?: number | undefined;
}

/** x divided by its norm along an axis, the last by default. Shapes: kept. */
export const normalize: (x: Tensor, options?: NormalizeOptions) => Nd = method(
  "normalize",
  { axis: -1, ord: 2, eps: 1e-12 },
  (x, { axis, ord, eps }) => {
    return asArray(div(x, maximum(norm(x, { ord, axis, keepdims: true }), eps)));
  },
);

export interface SimilarityOptions {
  readonly axis?: number | undefined;
  /** The smallest norm to divide by, 1e-8 by default. */
  readonly eps?: number | undefined;
}

/**
 * The cosine of the angle between vectors along an axis, the last by default, of the shape that x and y broadcast to.
 * Shapes: the broadcast shape without the axis. Norms below eps count as eps.
 */
export const cosineSimilarity: (x: Tensor, y: Tensor, options?: SimilarityOptions) => Tensor = method(
  "cosineSimilarity",
  { axis: -1, eps: 1e-8 },
  (x, y, { axis, eps }) => {
    const [s, t] = [shapeOf(x), shapeOf(y)];
    const shape = broadcastShapes(s, t);
    const over = { axis: normalizeAxis(axis, shape.length) };
    // Expanded before the norm, which counts every repetition along the axis.
    const whole = (v: Tensor, own: Shape): Tensor => (sameShape(own, shape) ? v : broadcastTo(v, shape));
    const [u, v] = [whole(x, s), whole(y, t)];
    const size = (w: Tensor): Tensor => maximum(norm(w, over), eps);
    return div(sum(mul(u, v), over), mul(size(u), size(v)));
  },
);
