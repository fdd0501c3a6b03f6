/** Samples of distributions. */
import { add, mul } from "../../primitives/elementwise/arithmetic.js";
import { eye } from "../create/create.js";
import { matmul } from "../products/matmul.js";
import * as stats from "./index.js";
import { transpose } from "../shape/transpose.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { between, lifted, positive, real, unit } from "../../testing/draw.js";
import { differentiable } from "../../testing/entry.js";
import type { OpSpec } from "../../testing/entry.js";

type Density = (x: Tensor, a: Tensor, b?: Tensor, c?: Tensor) => Tensor;

const probability = between(0.1, 0.9);
const above = between(1.2, 3);
const covariance = lifted(real(2, 2), (x: Tensor) =>
  add(mul(0.5, matmul(x, transpose(x))), eye(shapeOf(x)[0]!)),
);

const located = (f: Density): OpSpec =>
  differentiable(f, [
    [real(2, 3), real(3), positive()],
    [real(), real(2), positive(2)],
  ]);
export const normal = {
  logpdf: located(stats.norm.logpdf),
  pdf: located(stats.norm.pdf),
  cdf: located(stats.norm.cdf),
  logcdf: located(stats.norm.logcdf),
  sf: located(stats.norm.sf),
  logsf: located(stats.norm.logsf),
};

export const student = {
  logpdf: differentiable(stats.t.logpdf, [[real(2, 3), above(3), real(), positive()]]),
  pdf: differentiable(stats.t.pdf, [[real(2, 3), above(3)]]),
  cdf: differentiable(stats.t.cdf, [[real(2, 3), 2.5, unit(), above(3)]]),
  logcdf: differentiable(stats.t.logcdf, [[real(2, 3), 4]]),
};

const SUPPORT = { kinks: "0 outside the support" };
export const betas = {
  logpdf: differentiable(stats.beta.logpdf, [[probability(2, 3), above(3), above()]], SUPPORT),
  pdf: differentiable(stats.beta.pdf, [[probability(3), above(3), above()]], SUPPORT),
  cdf: differentiable(stats.beta.cdf, [[probability(2, 3), 2, 1.5]], SUPPORT),
  logcdf: differentiable(stats.beta.logcdf, [[probability(3), 2, 1.5]], SUPPORT),
};

export const gammas = {
  logpdf: differentiable(stats.gamma.logpdf, [[above(2, 3), above(3)]], SUPPORT),
  pdf: differentiable(stats.gamma.pdf, [[above(2, 3), above()]], SUPPORT),
  cdf: differentiable(stats.gamma.cdf, [[above(3), 2.5]], SUPPORT),
  logcdf: differentiable(stats.gamma.logcdf, [[above(3), 1.5]], SUPPORT),
};

export const chiSquares = {
  logpdf: differentiable(stats.chi2.logpdf, [[above(2, 3), above(3)]], SUPPORT),
  pdf: differentiable(stats.chi2.pdf, [[above(2, 3), above()]], SUPPORT),
  cdf: differentiable(stats.chi2.cdf, [[above(3), 3]], SUPPORT),
  logcdf: differentiable(stats.chi2.logcdf, [[above(3), 3]], SUPPORT),
};

export const poissons = {
  logpmf: differentiable(stats.poisson.logpmf, [[2, above(3)]]),
  pmf: differentiable(stats.poisson.pmf, [[1, above(2, 2)]]),
  cdf: differentiable(stats.poisson.cdf, [[2, above(3)]]),
};

export const dirichlets = {
  logpdf: differentiable(stats.dirichlet.logpdf, [
    [probability(3), above(3)],
    [probability(3, 2), above(3)],
  ]),
  pdf: differentiable(stats.dirichlet.pdf, [[probability(3), above(3)]]),
};

export const multivariateNormals = {
  logpdf: differentiable(stats.multivariateNormal.logpdf, [
    [real(2), real(2), covariance],
    [real(3, 2), real(2), covariance],
    [real(), real(), positive()],
  ]),
  pdf: differentiable(stats.multivariateNormal.pdf, [[real(2), real(2), covariance]]),
  entropy: differentiable(stats.multivariateNormal.entropy, [[0, covariance]]),
};
