/** The normal distribution. */
import type { Tensor } from "../../tensor.js";
import { add, mul, neg, square, sub } from "../../primitives/elementwise/arithmetic.js";
import { exp, log } from "../../primitives/elementwise/exponential.js";
import { logNdtr, ndtr } from "../../primitives/special/normal.js";
import { standardized } from "./support.js";

const LOG_SQRT_2PI = 0.9189385332046728;

/** log of the density, −z²/2 − log(scale √(2π)) with z = (x − loc)/scale. Shapes: broadcast. */
export function logpdf(x: Tensor, loc: Tensor = 0, scale: Tensor = 1): Tensor {
  const z = standardized(x, loc, scale);
  return sub(mul(-0.5, square(z)), add(log(scale), LOG_SQRT_2PI));
}

/** The density. Shapes: broadcast. */
export function pdf(x: Tensor, loc: Tensor = 0, scale: Tensor = 1): Tensor {
  return exp(logpdf(x, loc, scale));
}

/** The distribution function, accurate in both tails. Shapes: broadcast. */
export function cdf(x: Tensor, loc: Tensor = 0, scale: Tensor = 1): Tensor {
  return ndtr(standardized(x, loc, scale));
}

/** log of the distribution function, also where that is below the smallest number. Shapes: broadcast. */
export function logcdf(x: Tensor, loc: Tensor = 0, scale: Tensor = 1): Tensor {
  return logNdtr(standardized(x, loc, scale));
}

/** 1 − cdf, accurate in the upper tail. Shapes: broadcast. */
export function sf(x: Tensor, loc: Tensor = 0, scale: Tensor = 1): Tensor {
  return ndtr(neg(standardized(x, loc, scale)));
}

/** log of 1 − cdf. Shapes: broadcast. */
export function logsf(x: Tensor, loc: Tensor = 0, scale: Tensor = 1): Tensor {
  return logNdtr(neg(standardized(x, loc, scale)));
}
