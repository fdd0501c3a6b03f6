/** The χ² distribution with df degrees of freedom: the gamma distribution of x/2 with shape df/2. */
import { method } from "../../method.js";
import type { Tensor } from "../../tensor.js";
import { mul, sub } from "../../primitives/elementwise/arithmetic.js";
import { exp } from "../../primitives/elementwise/exponential.js";
import * as gamma from "./gamma.js";

/** log of the density; −∞ for x < 0. Shapes: broadcast. */
export const logpdf: (x: Tensor, df: Tensor) => Tensor = method("chi2.logpdf", (x, df) =>
  sub(gamma.logpdf(mul(0.5, x), mul(0.5, df)), Math.LN2),
);

/** The density. Shapes: broadcast. */
export const pdf: (x: Tensor, df: Tensor) => Tensor = method("chi2.pdf", (x, df) => exp(logpdf(x, df)));

/** The distribution function. Shapes: broadcast. No derivative in df. */
export const cdf: (x: Tensor, df: Tensor) => Tensor = method("chi2.cdf", (x, df) =>
  gamma.cdf(mul(0.5, x), mul(0.5, df)),
);

/** log of the distribution function. Shapes: broadcast. No derivative in df. */
export const logcdf: (x: Tensor, df: Tensor) => Tensor = method("chi2.logcdf", (x, df) =>
  gamma.logcdf(mul(0.5, x), mul(0.5, df)),
);
