/** The χ² distribution with df degrees of freedom: the gamma distribution of x/2 with shape df/2. */
import type { Tensor } from "../../tensor.js";
import { mul, sub } from "../../primitives/elementwise/arithmetic.js";
import { exp } from "../../primitives/elementwise/exponential.js";
import * as gamma from "./gamma.js";

/** log of the density; −∞ for x < 0. Shapes: broadcast. */
export function logpdf(x: Tensor, df: Tensor): Tensor {
  return sub(gamma.logpdf(mul(0.5, x), mul(0.5, df)), Math.LN2);
}

/** The density. Shapes: broadcast. */
export function pdf(x: Tensor, df: Tensor): Tensor {
  return exp(logpdf(x, df));
}

/** The distribution function. Shapes: broadcast. No derivative in df. */
export function cdf(x: Tensor, df: Tensor): Tensor {
  return gamma.cdf(mul(0.5, x), mul(0.5, df));
}

/** log of the distribution function. Shapes: broadcast. No derivative in df. */
export function logcdf(x: Tensor, df: Tensor): Tensor {
  return gamma.logcdf(mul(0.5, x), mul(0.5, df));
}
