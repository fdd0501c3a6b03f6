/** The gamma distribution with shape a, on x ≥ 0. */
import type { Tensor } from "../../tensor.js";
import { add, sub } from "../arithmetic.js";
import { clip } from "../clip.js";
import { greaterEqual } from "../comparison.js";
import { exp, log } from "../exponential.js";
import { xlogy } from "../special/entropy.js";
import { gammainc, gammaln } from "../special/gamma.js";
import { onSupport } from "./support.js";

/** log of the density x^(a−1) e^(−x)/Γ(a); −∞ for x < 0. Shapes: broadcast. */
export function logpdf(x: Tensor, a: Tensor): Tensor {
  return onSupport(greaterEqual(x, 0), x, 1, (y) => sub(xlogy(sub(a, 1), y), add(y, gammaln(a))));
}

/** The density. Shapes: broadcast. */
export function pdf(x: Tensor, a: Tensor): Tensor {
  return exp(logpdf(x, a));
}

/** The distribution function P(a, x). Shapes: broadcast. No derivative in a. */
export function cdf(x: Tensor, a: Tensor): Tensor {
  return gammainc(a, clip(x, 0, null));
}

/** log of the distribution function. Shapes: broadcast. No derivative in a. */
export function logcdf(x: Tensor, a: Tensor): Tensor {
  return log(cdf(x, a));
}
