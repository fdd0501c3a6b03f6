/** Samples of the ops that map entries one by one. */
import { abs, copysign } from "../../primitives/elementwise/absolute.js";
import { elu, gelu, leakyRelu, silu } from "../nn/activations.js";
import { relu } from "../../primitives/elementwise/relu.js";
import { add, div, mul, neg, reciprocal, square, sub } from "../../primitives/elementwise/arithmetic.js";
import { deg2rad, positive as plus, rad2deg } from "./units.js";
import { clip } from "./clip.js";
import { exp, exp2, expm1, log, log10, log1p, log2 } from "../../primitives/elementwise/exponential.js";
import { fmax, fmin, maximum, minimum } from "../../primitives/elementwise/larger-smaller.js";
import { acosh, asinh, atanh, cosh, sinh, tanh } from "../../primitives/elementwise/hyperbolic.js";
import { logaddexp, logaddexp2 } from "../../primitives/elementwise/logaddexp.js";
import { atan2, hypot } from "../../primitives/elementwise/plane.js";
import { cbrt, pow, sqrt } from "../../primitives/elementwise/power.js";
import { fmod, mod } from "../../primitives/elementwise/remainder.js";
import { safeWhere } from "./safe-where.js";
import { sigmoid } from "../../primitives/elementwise/sigmoid.js";
import { logSigmoid, softplus } from "./softplus.js";
import { acos, asin, atan, cos, sin, tan } from "../../primitives/elementwise/trigonometric.js";
import { where } from "./where.js";
import { between, mask, positive, real, unit } from "../../testing/draw.js";
import { differentiable } from "../../testing/entry.js";
import { binary, unary } from "../../testing/elementwise-like.js";

/** Quotients between 2.2 and 2.8: away from whole numbers, where remainders jump. */
const dividend = between(4, 4.5);
const divisor = between(1.65, 1.75);

export const arithmetic = {
  add: binary(add, real, real),
  sub: binary(sub, real, real),
  mul: binary(mul, real, real),
  div: binary(div, real, real),
  neg: unary(neg, real),
  positive: unary(plus, real),
  square: unary(square, real),
  reciprocal: unary(reciprocal, real),
  abs: unary(abs, real, { kinks: "0 at 0" }),
  copysign: binary(copysign, real, real, { kinks: "0 in x at 0" }),
  mod: binary(mod, dividend, divisor, { kinks: "right derivative at jumps" }),
  fmod: binary(fmod, dividend, divisor, { kinks: "right derivative at jumps" }),
  pow: binary(pow, positive, real, {
    kinks: "x^0 at 0: 0 in x; 0^y: 0 in y; negative base: NaN in y",
  }),
  sqrt: unary(sqrt, positive, { kinks: "∞ at 0" }),
  cbrt: unary(cbrt, real, { kinks: "∞ at 0" }),
  hypot: binary(hypot, real, real, { kinks: "0 at the origin" }),
  atan2: binary(atan2, real, real, { kinks: "0 at the origin" }),
};

export const choosing = {
  maximum: binary(maximum, real, between(3, 4), { kinks: "half to each at a tie; NaN: all to both" }),
  minimum: binary(minimum, real, between(3, 4), { kinks: "half to each at a tie; NaN: all to both" }),
  fmax: binary(fmax, real, between(3, 4), { kinks: "half to each at a tie" }),
  fmin: binary(fmin, real, between(-4, -3), { kinks: "half to each at a tie" }),
  clip: differentiable(
    clip,
    [
      [real(2, 3), -0.1, 0.1],
      [real(4), null, between(-0.1, 0.1)()],
      [real(2, 3), between(-0.1, 0.1)(3), null],
      [real(), between(2.5, 3)(2), between(3.5, 4)()],
      [real(0, 2), 0, 1],
    ],
    { kinks: "1 at a bound (closed interval); lo > hi gives hi" },
  ),
  safeWhere: differentiable(safeWhere, [
    [mask(2, 3), real(2, 3), square, neg],
    [mask(3), real(2, 3), exp, square],
    [true, real(), exp, neg],
  ]),
  where: differentiable(
    where,
    [
      [mask(2, 3), real(2, 3), real(2, 3)],
      [mask(3), real(2, 1), real()],
      [true, real(), real()],
      [mask(2, 1), real(), real(3)],
      [mask(0), real(0), real(1)],
    ],
    {
      vary: (choose) => {
        const shape = choose.shape();
        const [s, t] = choose.broadcasting(shape);
        return [mask(...shape), real(...s), real(...t)];
      },
    },
  ),
};

export const exponential = {
  exp: unary(exp, real),
  exp2: unary(exp2, real),
  expm1: unary(expm1, real),
  log: unary(log, positive, { kinks: "∞ at 0" }),
  log2: unary(log2, positive, { kinks: "∞ at 0" }),
  log10: unary(log10, positive, { kinks: "∞ at 0" }),
  log1p: unary(log1p, positive, { kinks: "∞ at −1" }),
  logaddexp: binary(logaddexp, real, real, { kinks: "0 where both are −∞" }),
  logaddexp2: binary(logaddexp2, real, real, { kinks: "0 where both are −∞" }),
};

export const trigonometric = {
  sin: unary(sin, real),
  cos: unary(cos, real),
  tan: unary(tan, unit),
  asin: unary(asin, unit, { kinks: "∞ at ±1" }),
  acos: unary(acos, unit, { kinks: "−∞ at ±1" }),
  atan: unary(atan, real),
  deg2rad: unary(deg2rad, real),
  rad2deg: unary(rad2deg, real),
  sinh: unary(sinh, real),
  cosh: unary(cosh, real),
  tanh: unary(tanh, real),
  asinh: unary(asinh, real),
  acosh: unary(acosh, between(1.3, 3), { kinks: "∞ at 1" }),
  atanh: unary(atanh, unit, { kinks: "∞ at ±1" }),
};

export const activations = {
  sigmoid: unary(sigmoid, real),
  logSigmoid: unary(logSigmoid, real),
  relu: unary(relu, real, { kinks: "0 at 0" }),
  leakyRelu: differentiable(leakyRelu, [[real(2, 3)], [real(3), { negativeSlope: 0.2 }], [real()]], {
    options: { negativeSlope: "slope below 0, 0.01" },
    kinks: "`negativeSlope` at 0",
  }),
  elu: differentiable(elu, [[real(2, 3)], [real(3), { alpha: 1.5 }], [real()]], {
    options: { alpha: "−limit far below 0, 1" },
    kinks: "`alpha` at 0",
  }),
  softplus: differentiable(softplus, [[real(2, 3)], [real(3), { beta: 2 }], [real()]], {
    options: { beta: "sharpness, 1" },
  }),
  silu: unary(silu, real),
  gelu: differentiable(gelu, [[real(2, 3)], [real(3), { approximate: "tanh" }], [real()]], {
    options: { approximate: '"none" or "tanh"' },
  }),
};
