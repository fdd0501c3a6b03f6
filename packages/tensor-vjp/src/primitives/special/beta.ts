/** The beta function and its relatives. */
import * as special from "@ndgrad/numerics/special";
import type { Tensor } from "../../tensor.js";
import { add, div, mul, neg, sub } from "../elementwise/arithmetic.js";
import { constantIn, scalarFunction } from "../elementwise/scalar-function.js";
import type { ScalarFunction } from "../elementwise/scalar-function.js";
import { polygamma } from "./gamma.js";

/** ψ⁽ⁿ⁾(x + h) − ψ⁽ⁿ⁾(x), without cancellation where h is small relative to x. */
const difference: ScalarFunction<[n: Tensor, x: Tensor, h: Tensor]> = scalarFunction(
  "polygammaDifference",
  (n = NaN, x = NaN, h = NaN) =>
    x > 0 && x + h > 0
      ? special.polygammaDifference(n, x, h)
      : special.polygamma(n, x + h) - special.polygamma(n, x),
  constantIn("polygamma", "n"),
  (g, _ans, n, x, h) => mul(g, difference(add(n, 1), x, h)),
  (g, _ans, n, x, h) => mul(g, polygamma(add(n, 1), add(x, h))),
);

/** B(a, b) = Γ(a)Γ(b)/Γ(a + b). Shapes: broadcast. Derivative in a: B·(ψ(a) − ψ(a + b)), DLMF 5.12. */
export const beta: ScalarFunction<[a: Tensor, b: Tensor]> = scalarFunction(
  "beta",
  special.beta,
  (g, ans, a, b) => neg(mul(g, mul(ans, difference(0, a, b)))),
  (g, ans, a, b) => neg(mul(g, mul(ans, difference(0, b, a)))),
);

/** log |B(a, b)|. Shapes: broadcast. Derivative in a: ψ(a) − ψ(a + b). */
export const betaln: ScalarFunction<[a: Tensor, b: Tensor]> = scalarFunction(
  "betaln",
  special.betaln,
  (g, _ans, a, b) => neg(mul(g, difference(0, a, b))),
  (g, _ans, a, b) => neg(mul(g, difference(0, b, a))),
);

/** I_x(a, b), the distribution function of the beta distribution; no derivative in a and b. Shapes: broadcast. Source: DLMF 8.17. */
export const betainc: ScalarFunction<[a: Tensor, b: Tensor, x: Tensor]> = scalarFunction(
  "betainc",
  special.betainc,
  constantIn("betainc", "a"),
  constantIn("betainc", "b"),
  (g, _ans, a, b, x) => mul(g, betaDensity(a, b, x)),
);

/** x^(a − 1)·(1 − x)^(b − 1)/B(a, b), the slope of I in x. */
const betaDensity: ScalarFunction<[a: Tensor, b: Tensor, x: Tensor]> = scalarFunction(
  "betaDensity",
  special.betaDensity,
  constantIn("betainc", "a"),
  constantIn("betainc", "b"),
  (g, ans, a, b, x) => mul(g, mul(ans, sub(div(sub(a, 1), x), div(sub(b, 1), sub(1, x))))),
);
