/** The gamma function and its relatives. */
import * as special from "@ndgrad/numerics/special";
import type { Tensor } from "../../tensor.js";
import { add, div, mul, neg, sub } from "../elementwise/arithmetic.js";
import { less } from "../elementwise/comparison.js";
import { constantIn, scalarFunction } from "../elementwise/scalar-function.js";
import type { ScalarFunction } from "../elementwise/scalar-function.js";
import { choose } from "../elementwise/where.js";

/** Γ(x); +∞ at 0 and the negative integers. Shapes: kept. Derivative Γ(x)·ψ(x), DLMF 5.2.2. */
export const gamma: ScalarFunction<[x: Tensor]> = scalarFunction("gamma", special.gamma, (g, ans, x) =>
  mul(g, mul(ans, digamma(x))),
);

/** log |Γ(x)|; +∞ at 0 and the negative integers. Shapes: kept. Derivative ψ(x). */
export const gammaln: ScalarFunction<[x: Tensor]> = scalarFunction("gammaln", special.gammaln, (g, _ans, x) =>
  mul(g, digamma(x)),
);

/** ψ(x), the derivative of log Γ. Shapes: kept. */
export const digamma: ScalarFunction<[x: Tensor]> = scalarFunction("digamma", special.digamma, (g, _ans, x) =>
  mul(g, polygamma(1, x)),
);

/** The n-th derivative of ψ, for whole n ≥ 0; no derivative in n. Shapes: broadcast. */
export const polygamma: ScalarFunction<[n: Tensor, x: Tensor]> = scalarFunction(
  "polygamma",
  special.polygamma,
  constantIn("polygamma", "n"),
  (g, _ans, n, x) => mul(g, polygamma(add(n, 1), x)),
);

/** Hurwitz's ζ(s, q) = Σ (k + q)^(−s), for s > 1; no derivative in s. Shapes: broadcast. Derivative in q: −s·ζ(s + 1, q), DLMF 25.11.17. */
export const zeta: ScalarFunction<[s: Tensor, q: Tensor]> = scalarFunction(
  "zeta",
  special.zeta as (s: number, q: number) => number,
  constantIn("zeta", "s"),
  (g, _ans, s, q) => neg(mul(g, mul(s, zeta(add(s, 1), q)))),
);

/** 1/Γ(x), which is smooth everywhere and 0 at the poles of Γ. Shapes: kept. */
export const rgamma: ScalarFunction<[x: Tensor]> = scalarFunction("rgamma", special.rgamma, (g, _ans, x) =>
  mul(g, rgammaSlope(x)),
);

/** −ψ(x)/Γ(x). Left of ½, where that is 0·∞ at the poles, by reflection (DLMF 5.5.3); each side gets only its own arguments. */
function rgammaSlope(x: Tensor): Tensor {
  const left = less(x, 0.5);
  const [here, there] = [choose(left, 1, x), sub(1, choose(left, x, 0))];
  const right = neg(mul(digamma(here), rgamma(here)));
  const reflected = mul(
    gamma(there),
    sub(cosPi(sub(1, there)), div(mul(sinPi(sub(1, there)), digamma(there)), Math.PI)),
  );
  return choose(left, reflected, right);
}

const sinPi: ScalarFunction<[x: Tensor]> = scalarFunction("sinPi", special.sinPi, (g, _ans, x) =>
  mul(g, mul(Math.PI, cosPi(x))),
);
const cosPi: ScalarFunction<[x: Tensor]> = scalarFunction("cosPi", special.cosPi, (g, _ans, x) =>
  mul(g, mul(-Math.PI, sinPi(x))),
);

/** log Γ_d(a) = d(d − 1)/4·log π + Σ log Γ(a − j/2), j < d, for a > (d − 1)/2 and a whole number d ≥ 1. Shapes: that of `a`. Source: DLMF 35.3.4. */
export const multigammaln: (a: Tensor, d: number) => Tensor = scalarFunction<[a: Tensor, d: Tensor]>(
  "multigammaln",
  special.multigammaln,
  (g, _ans, a, d) => {
    // `d` is a number, not an array: the type of the public function says so.
    const terms = Array.from({ length: d as number }, (_, j) => digamma(sub(a, j / 2)));
    return mul(g, terms.reduce((s, t) => add(s, t))); // prettier-ignore
  },
  constantIn("multigammaln", "d"),
);

/** P(a, x) = γ(a, x)/Γ(a), for a ≥ 0 and x ≥ 0; no derivative in a. Shapes: broadcast. Source: DLMF 8.2.4. */
export const gammainc: ScalarFunction<[a: Tensor, x: Tensor]> = scalarFunction(
  "gammainc",
  special.gammainc,
  constantIn("gammainc", "a"),
  (g, _ans, a, x) => mul(g, gammaDensity(a, x)),
);

/** Q(a, x) = 1 − P(a, x), accurate where it is small; no derivative in a. Shapes: broadcast. Source: DLMF 8.2.4. */
export const gammaincc: ScalarFunction<[a: Tensor, x: Tensor]> = scalarFunction(
  "gammaincc",
  special.gammaincc,
  constantIn("gammaincc", "a"),
  (g, _ans, a, x) => neg(mul(g, gammaDensity(a, x))),
);

/** x^(a − 1)·e^(−x)/Γ(a), the slope of P in x. */
const gammaDensity: ScalarFunction<[a: Tensor, x: Tensor]> = scalarFunction(
  "gammaDensity",
  special.gammaDensity,
  constantIn("gammainc", "a"),
  (g, ans, a, x) => mul(g, mul(ans, sub(div(sub(a, 1), x), 1))),
);
