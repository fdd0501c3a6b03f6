/** The normal distribution of vectors. */
import { method } from "../../method.js";
import { ShapeError } from "../../errors.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { add, mul, square, sub } from "../../primitives/elementwise/arithmetic.js";
import { diagonal } from "../shape/diagonal.js";
import { exp, log } from "../../primitives/elementwise/exponential.js";
import { cholesky } from "../linalg/cholesky.js";
import { solveTriangular } from "../linalg/triangular.js";
import { reshape } from "../shape/reshape.js";
import { sum } from "../reduce/sum.js";
import { transpose } from "../shape/transpose.js";

const LOG_2PI = 1.8378770664093456;

/**
 * log of the density at points x. Shapes: x [..., d], mean [d] or a number, symmetric cov [d, d] → [...]; numbers stand for
 * d = 1. Computed by the Cholesky factor of cov, so the derivative is the one for symmetric perturbations. Throws LinalgError
 * unless cov is positive definite, ShapeError where the d differ.
 */
export const logpdf: (x: Tensor, mean?: Tensor, cov?: Tensor) => Tensor = method(
  "multivariateNormal.logpdf",
  (x, mean, cov) => logDensity(x, mean ?? 0, cov ?? 1),
);

function logDensity(x: Tensor, mean: Tensor, cov: Tensor): Tensor {
  const [c, d] = covariance(cov);
  const shape = shapeOf(x);
  if ((shape.at(-1) ?? 1) !== d)
    throw new ShapeError(
      `expected points of ${d} coordinates in the last axis, got ${bracket(shape)}. ` +
        `That is the size of the covariance ${bracket(shapeOf(cov))}.`,
    );
  const factor = cholesky(c);
  const rows = reshape(sub(x, mean), [-1, d]);
  const z = solveTriangular(factor, transpose(rows), { lower: true });
  const distance = reshape(sum(square(z), { axis: 0 }), shape.slice(0, -1));
  return mul(-0.5, add(distance, add(d * LOG_2PI, logDeterminant(factor))));
}

/** The density. Shapes as for `logpdf`. */
export const pdf: (x: Tensor, mean?: Tensor, cov?: Tensor) => Tensor = method(
  "multivariateNormal.pdf",
  (x, mean, cov) => exp(logpdf(x, mean, cov)),
);

/** The differential entropy, a number: (d (1 + log 2π) + log det cov)/2. */
export const entropy: (mean?: Tensor, cov?: Tensor) => number = method(
  "multivariateNormal.entropy",
  (mean, cov) => {
    const [c, d] = covariance(cov ?? 1);
    shapeOf(mean ?? 0);
    return mul(0.5, add(d * (1 + LOG_2PI), logDeterminant(cholesky(c)))) as number;
  },
);

function covariance(cov: Tensor): [cov: Tensor, d: number] {
  const shape = shapeOf(cov);
  if (shape.length === 0) return [reshape(cov, [1, 1]), 1];
  if (shape.length === 2 && shape[0] === shape[1]) return [cov, shape[0]!];
  throw new ShapeError(`expected a covariance of [d,d], got ${bracket(shape)}. Use diag(v) for variances.`);
}

function logDeterminant(factor: Tensor): Tensor {
  return mul(2, sum(log(diagonal(factor))));
}
