/** Samples of the special functions. */
import * as special from "./index.js";
import { between, positive, real } from "../../testing/draw.js";
import { differentiable } from "../../testing/entry.js";
import { binary, unary } from "../../testing/elementwise-like.js";

const probability = between(0.1, 0.9);
/** Where two terms of a power or a pole would not drown each other in differences. */
const above = between(1.2, 3);
const POLES = "NaN or ±∞ at the poles";

export const gammas = {
  gamma: unary(special.gamma, above, { kinks: POLES }),
  gammaln: unary(special.gammaln, above, { kinks: POLES }),
  rgamma: unary(special.rgamma, real),
  digamma: unary(special.digamma, above, { kinks: POLES }),
  polygamma: differentiable(special.polygamma, [
    [1, above(2, 3)],
    [2, above()],
  ]),
  multigammaln: differentiable(special.multigammaln, [
    [above(2), 2],
    [above(), 1],
  ]),
  zeta: differentiable(special.zeta, [
    [2, above(2)],
    [3.5, above()],
  ]),
  gammainc: differentiable(special.gammainc, [
    [1.5, above(2, 2)],
    [2, above()],
  ]),
  gammaincc: differentiable(special.gammaincc, [
    [1.5, above(2, 2)],
    [2, above()],
  ]),
  beta: binary(special.beta, above, above),
  betaln: binary(special.betaln, above, above),
  betainc: differentiable(special.betainc, [
    [1.5, 2.5, probability(2, 2)],
    [2, 3, probability()],
  ]),
};

export const bessels = {
  j0: unary(special.j0, real),
  j1: unary(special.j1, real),
  jn: differentiable(special.jn, [
    [2, real(2, 3)],
    [-3, real()],
  ]),
  y0: unary(special.y0, above),
  y1: unary(special.y1, above),
  yn: differentiable(special.yn, [
    [2, above(2, 3)],
    [3, above()],
  ]),
  i0: unary(special.i0, real),
  i1: unary(special.i1, real),
  i0e: unary(special.i0e, real, { kinks: "0 at 0" }),
  i1e: unary(special.i1e, real),
  iv: differentiable(special.iv, [
    [1.5, above(2, 3)],
    [2, above()],
  ]),
  ive: differentiable(special.ive, [
    [1.5, above(2, 3)],
    [2, above()],
  ]),
};

export const errorFunctions = {
  erf: unary(special.erf, real),
  erfc: unary(special.erfc, real),
  erfcx: unary(special.erfcx, real),
  erfinv: unary(special.erfinv, between(-0.8, 0.8)),
  erfcinv: unary(special.erfcinv, between(0.2, 1.8)),
  ndtr: unary(special.ndtr, real),
  logNdtr: unary(special.logNdtr, real),
  ndtri: unary(special.ndtri, probability),
};

export const entropies = {
  logit: unary(special.logit, probability),
  entr: unary(special.entr, positive),
  klDiv: binary(special.klDiv, positive, positive),
  xlogy: binary(special.xlogy, real, positive, { kinks: "0 in y where x is 0" }),
  xlog1py: binary(special.xlog1py, real, positive, { kinks: "0 in y where x is 0" }),
};
