/** The normal distribution. */
import { method } from "../../method.js";
import type { Tensor } from "../../tensor.js";
import { add, mul, neg, square, sub } from "../../primitives/elementwise/arithmetic.js";
import { exp, log } from "../../primitives/elementwise/exponential.js";
import { logNdtr, ndtr } from "../../primitives/special/normal.js";
import { standardize } from "./support.js";

const LOG_SQRT_2PI = 0.9189385332046728;

/** log of the density, −z²/2 − log(scale √(2π)) with z = (x − loc)/scale. Shapes: broadcast. */
export const logpdf: (x: Tensor, loc?: Tensor, scale?: Tensor) => Tensor = method(
  "norm.logpdf",
  (x, loc, scale) => {
    const z = standardize(x, loc, scale);
    return sub(mul(-0.5, square(z)), add(log(scale ?? 1), LOG_SQRT_2PI));
  },
);

/** The density. Shapes: broadcast. */
export const pdf: (x: Tensor, loc?: Tensor, scale?: Tensor) => Tensor = method("norm.pdf", (x, loc, scale) =>
  exp(logpdf(x, loc, scale)),
);

/** The distribution function, accurate in both tails. Shapes: broadcast. */
export const cdf: (x: Tensor, loc?: Tensor, scale?: Tensor) => Tensor = method("norm.cdf", (x, loc, scale) =>
  ndtr(standardize(x, loc, scale)),
);

/** log of the distribution function, accurate even where that underflows. Shapes: broadcast. */
export const logcdf: (x: Tensor, loc?: Tensor, scale?: Tensor) => Tensor = method(
  "norm.logcdf",
  (x, loc, scale) => logNdtr(standardize(x, loc, scale)),
);

/** 1 − cdf, accurate in the upper tail. Shapes: broadcast. */
export const sf: (x: Tensor, loc?: Tensor, scale?: Tensor) => Tensor = method("norm.sf", (x, loc, scale) =>
  ndtr(neg(standardize(x, loc, scale))),
);

/** log of 1 − cdf. Shapes: broadcast. */
export const logsf: (x: Tensor, loc?: Tensor, scale?: Tensor) => Tensor = method(
  "norm.logsf",
  (x, loc, scale) => logNdtr(neg(standardize(x, loc, scale))),
);
