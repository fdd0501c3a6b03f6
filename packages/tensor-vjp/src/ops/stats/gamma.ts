/** The gamma distribution with shape a, on x ≥ 0. */
import { method } from "../../method.js";
import type { Tensor } from "../../tensor.js";
import { add, sub } from "../../primitives/elementwise/arithmetic.js";
import { clip } from "../elementwise/clip.js";
import { greaterEqual } from "../../primitives/elementwise/comparison.js";
import { exp, log } from "../../primitives/elementwise/exponential.js";
import { xlogy } from "../../primitives/special/entropy.js";
import { gammainc, gammaln } from "../../primitives/special/gamma.js";
import { onSupport } from "./support.js";

/** log of the density x^(a−1) e^(−x)/Γ(a); −∞ for x < 0. Shapes: broadcast. */
export const logpdf: (x: Tensor, a: Tensor) => Tensor = method("gamma.logpdf", (x, a) =>
  onSupport(greaterEqual(x, 0), x, 1, (y) => sub(xlogy(sub(a, 1), y), add(y, gammaln(a)))),
);

/** The density. Shapes: broadcast. */
export const pdf: (x: Tensor, a: Tensor) => Tensor = method("gamma.pdf", (x, a) => exp(logpdf(x, a)));

/** The distribution function P(a, x). Shapes: broadcast. No derivative in a. */
export const cdf: (x: Tensor, a: Tensor) => Tensor = method("gamma.cdf", (x, a) =>
  gammainc(a, clip(x, 0, null)),
);

/** log of the distribution function. Shapes: broadcast. No derivative in a. */
export const logcdf: (x: Tensor, a: Tensor) => Tensor = method("gamma.logcdf", (x, a) => log(cdf(x, a)));
