/** Normalisation of activations, and of vectors. */
import { ShapeError } from "../../errors.js";
import { checked } from "../../options.js";
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
import { ranked } from "../../ranked.js";
import { reshape } from "../../primitives/shape/reshape.js";
import { sum } from "../../primitives/reduce/sum.js";

export interface LayerNormOptions {
  /** Of the shape of the axes that are normalised. */
  readonly weight?: Tensor | undefined;
  readonly bias?: Tensor | undefined;
  /** The last by default. */
  readonly axis?: AxisOption | undefined;
  /** Added to the variance, 1e-5. */
  readonly eps?: number | undefined;
}

/**
 * (x − mean)/√(variance + eps) over the given axes, times `weight` plus `bias`. Shapes: kept. The variance is the biased one.
 * Throws ShapeError where weight or bias have another shape than those axes. Source: Ba, Kiros & Hinton 2016.
 */
export function layerNorm(x: Tensor, options: LayerNormOptions = {}): Nd {
  const {
    weight,
    bias,
    axis = -1,
    eps = 1e-5,
  } = checked("layerNorm", options, ["weight", "bias", "axis", "eps"]);
  const shape = shapeOf(x, "layerNorm");
  const axes = normalizeAxes("layerNorm", axis, shape.length);
  const y = standardized(x, axes, eps);
  return scaled("layerNorm", y, axes, weight, bias);
}

export interface BatchNormOptions {
  /** One per channel. */
  readonly weight?: Tensor | undefined;
  readonly bias?: Tensor | undefined;
  /** Means and variances per channel to use in place of those of the batch: for evaluation. */
  readonly running?: { readonly mean: Tensor; readonly variance: Tensor } | undefined;
  /** Added to the variance, 1e-5. */
  readonly eps?: number | undefined;
}

/**
 * (x − mean)/√(variance + eps) for each channel, axis 1, over all other axes, times `weight` plus `bias`. Shapes: [n, c, …],
 * kept. Mean and biased variance are those of the batch, or `running` ones. Throws ShapeError for other shapes.
 * Source: Ioffe & Szegedy 2015.
 */
export function batchNorm(x: Tensor, options: BatchNormOptions = {}): Nd {
  const {
    weight,
    bias,
    running,
    eps = 1e-5,
  } = checked("batchNorm", options, ["weight", "bias", "running", "eps"]);
  const shape = shapeOf(x, "batchNorm");
  if (shape.length < 2)
    throw new ShapeError(`batchNorm: expected x of [n,c,…], got ${bracket(shape)}. Channels are axis 1.`);
  const others = [...shape.keys()].filter((a) => a !== 1);
  const perChannel = (p: Tensor): Tensor => alongAxes("batchNorm", "running statistics", p, shape, [1]);
  const y =
    running === undefined
      ? standardized(x, others, eps)
      : div(sub(x, perChannel(running.mean)), sqrt(add(perChannel(running.variance), eps)));
  return scaled("batchNorm", y, [1], weight, bias);
}

function standardized(x: Tensor, axis: readonly number[], eps: number): Tensor {
  const centred = sub(x, mean(x, { axis, keepdims: true }));
  return div(centred, sqrt(add(mean(square(centred), { axis, keepdims: true }), eps)));
}

/** y·weight + bias along `axes`. */
function scaled(
  op: string,
  y: Tensor,
  axes: readonly number[],
  weight: Tensor | undefined,
  bias: Tensor | undefined,
): Nd {
  const along = (p: Tensor): Tensor => alongAxes(op, "weight and bias", p, shapeOf(y), axes);
  const times = weight === undefined ? y : mul(y, along(weight));
  return ranked(bias === undefined ? times : add(times, along(bias)));
}

/** `p`, of the sizes of `axes` in `shape`, with axes of size 1 for the others. Throws ShapeError. */
function alongAxes(op: string, what: string, p: Tensor, shape: Shape, axes: readonly number[]): Tensor {
  const own = axes.map((a) => shape[a]!);
  if (!sameShape(shapeOf(p, op), own))
    throw new ShapeError(
      `${op}: expected ${what} of ${bracket(own)}, got ${bracket(shapeOf(p))}. They have the sizes of the axes they are for.`,
    );
  return reshape(p, shape.map((n, a) => (axes.includes(a) ? n : 1))); // prettier-ignore
}

export interface NormalizeOptions {
  readonly axis?: number | undefined;
  /** The order of the norm, 2. */
  readonly ord?: number | undefined;
  /** The least norm to divide by, 1e-12. */
  readonly eps?: number | undefined;
}

/** x over its norm along an axis, the last by default. Shapes: kept. */
export function normalize(x: Tensor, options: NormalizeOptions = {}): Nd {
  const { axis = -1, ord = 2, eps = 1e-12 } = checked("normalize", options, ["axis", "ord", "eps"]);
  return ranked(div(x, maximum(norm(x, { ord, axis, keepdims: true }), eps)));
}

export interface SimilarityOptions {
  readonly axis?: number | undefined;
  /** The least norm to divide by, 1e-8. */
  readonly eps?: number | undefined;
}

/**
 * The cosine of the angle between vectors along an axis of the shape that x and y broadcast to, the last by default.
 * Shapes: that shape, without the axis. Norms below eps count as eps.
 */
export function cosineSimilarity(x: Tensor, y: Tensor, options: SimilarityOptions = {}): Tensor {
  const { axis = -1, eps = 1e-8 } = checked("cosineSimilarity", options, ["axis", "eps"]);
  const [s, t] = [shapeOf(x, "cosineSimilarity"), shapeOf(y, "cosineSimilarity")];
  const shape = broadcastShapes("cosineSimilarity", s, t);
  const over = { axis: normalizeAxis("cosineSimilarity", axis, shape.length) };
  // The norm of a vector that is repeated along the axis counts the repetitions.
  const whole = (v: Tensor, own: Shape): Tensor => (sameShape(own, shape) ? v : broadcastTo(v, shape));
  const [u, v] = [whole(x, s), whole(y, t)];
  const size = (w: Tensor): Tensor => maximum(norm(w, over), eps);
  return div(sum(mul(u, v), over), mul(size(u), size(v)));
}
