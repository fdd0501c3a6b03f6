/** More activation functions. */
import { ShapeError, ValueError } from "../../errors.js";
import { checked } from "../../options.js";
import { bracket, normalizeAxis } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Shaped, Tensor } from "../../tensor.js";
import { abs } from "../../primitives/elementwise/absolute.js";
import { elu } from "../elementwise/activations.js";
import { add, div, mul } from "../../primitives/elementwise/arithmetic.js";
import { greaterEqual, lessEqual } from "../../primitives/elementwise/comparison.js";
import { shaped } from "../../primitives/elementwise/define.js";
import { tanh } from "../../primitives/elementwise/hyperbolic.js";
import { ranked } from "../../ranked.js";
import { sigmoid, softplus } from "../../primitives/elementwise/sigmoid.js";
import { split } from "../shape/split.js";
import { where } from "../../primitives/elementwise/where.js";

/** x·tanh(softplus(x)). Shapes: kept. Source: Misra 2019. */
export function mish<X extends Tensor>(x: X): Shaped<X> {
  return shaped(x, mul(x, tanh(softplus(x))));
}

const SELU_ALPHA = 1.6732632423543772;
const SELU_SCALE = 1.0507009873554805;

/** λ·elu(x) with α and λ that keep mean 0 and variance 1. Shapes: kept. Source: Klambauer et al. 2017. */
export function selu<X extends Tensor>(x: X): Shaped<X> {
  return shaped(x, mul(SELU_SCALE, elu(x, { alpha: SELU_ALPHA })));
}

/** x/(1 + |x|). Shapes: kept. Derivative 1 at 0. */
export function softsign<X extends Tensor>(x: X): Shaped<X> {
  return shaped(x, div(x, add(1, abs(x))));
}

/**
 * x within the bounds, −1 and 1 by default. Shapes: kept. Derivative 0 at the bounds, as in PyTorch (`clip` has 1). NaN stays.
 * Throws ValueError unless min < max.
 */
export function hardtanh<X extends Tensor>(
  x: X,
  options: { readonly min?: number; readonly max?: number } = {},
): Shaped<X> {
  const { min = -1, max = 1 } = checked("hardtanh", options, ["min", "max"]);
  if (!(min < max))
    throw new ValueError(`hardtanh: expected min below max, got ${min} and ${max}. Exchange them.`);
  return shaped(x, where(lessEqual(x, min), min, where(greaterEqual(x, max), max, x)));
}

/** min(max(x, 0), 6). Shapes: kept. Derivative 0 at 0 and 6, as in PyTorch. */
export function relu6<X extends Tensor>(x: X): Shaped<X> {
  return hardtanh(x, { min: 0, max: 6 });
}

/** The first half along an axis times the sigmoid of the second. Throws ShapeError for an odd size. Source: Dauphin et al. 2017. */
export function glu(x: Tensor, options: { readonly axis?: number } = {}): Nd {
  const { axis = -1 } = checked("glu", options, ["axis"]);
  const shape = shapeOf(x, "glu");
  const a = normalizeAxis("glu", axis, shape.length);
  if (shape[a]! % 2 !== 0)
    throw new ShapeError(`glu: expected an even size along axis ${a}, got ${bracket(shape)}. It is halved.`);
  const [left, right] = split(x, 2, { axis: a });
  return ranked(mul(left!, sigmoid(right!)));
}
