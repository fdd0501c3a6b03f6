/** The beta distribution on [0, 1]. */
import { method } from "../../method.js";
import type { Tensor } from "../../tensor.js";
import { add, neg, sub } from "../../primitives/elementwise/arithmetic.js";
import { clip } from "../elementwise/clip.js";
import { greaterEqual, lessEqual } from "../../primitives/elementwise/comparison.js";
import { exp, log } from "../../primitives/elementwise/exponential.js";
import { betainc, betaln } from "../../primitives/special/beta.js";
import { xlog1py, xlogy } from "../../primitives/special/entropy.js";
import { where } from "../elementwise/where.js";
import { onSupport } from "./support.js";

/** log of the density x^(a−1) (1−x)^(b−1)/B(a, b); −∞ outside [0, 1]. Shapes: broadcast. */
export const logpdf: (x: Tensor, a: Tensor, b: Tensor) => Tensor = method("beta.logpdf", (x, a, b) => {
  const density = (y: Tensor): Tensor =>
    sub(add(xlogy(sub(a, 1), y), xlog1py(sub(b, 1), neg(y))), betaln(a, b));
  return where(
    greaterEqual(x, 0),
    onSupport(lessEqual(x, 1), where(greaterEqual(x, 0), x, 0.5), 0.5, density),
    -Infinity,
  );
});

/** The density. Shapes: broadcast. */
export const pdf: (x: Tensor, a: Tensor, b: Tensor) => Tensor = method("beta.pdf", (x, a, b) =>
  exp(logpdf(x, a, b)),
);

/** The distribution function I_x(a, b). Shapes: broadcast. No derivative in a and b. */
export const cdf: (x: Tensor, a: Tensor, b: Tensor) => Tensor = method("beta.cdf", (x, a, b) =>
  betainc(a, b, clip(x, 0, 1)),
);

/** log of the distribution function. Shapes: broadcast. No derivative in a and b. */
export const logcdf: (x: Tensor, a: Tensor, b: Tensor) => Tensor = method("beta.logcdf", (x, a, b) =>
  log(cdf(x, a, b)),
);
