/** Products of a number and a logarithm, with 0·log 0 = 0. */
import * as special from "@ndgrad/numerics/special";
import type { Tensor } from "../../tensor.js";
import { add, div, mul, neg, sub } from "../elementwise/arithmetic.js";
import { equal } from "../elementwise/comparison.js";
import { log, log1p } from "../elementwise/exponential.js";
import { logicalAnd } from "../elementwise/mask.js";
import { scalarFunction } from "../elementwise/scalar-function.js";
import type { ScalarFunction } from "../elementwise/scalar-function.js";
import { choose } from "../elementwise/where.js";

/** x·log y; 0 where x is 0. Shapes: broadcast. Derivatives log y, and x/y, which is 0 where both are 0. */
export const xlogy: ScalarFunction<[x: Tensor, y: Tensor]> = scalarFunction(
  "xlogy",
  special.xlogy,
  (g, _ans, _x, y) => mul(g, log(y)),
  (g, _ans, x, y) => mul(g, quotient(x, y)),
);

/** x·log(1 + y); 0 where x is 0. Shapes: broadcast. Derivatives log(1 + y), and x/(1 + y), which is 0 where both are 0. */
export const xlog1py: ScalarFunction<[x: Tensor, y: Tensor]> = scalarFunction(
  "xlog1py",
  special.xlog1py,
  (g, _ans, _x, y) => mul(g, log1p(y)),
  (g, _ans, x, y) => mul(g, quotient(x, add(1, y))),
);

/** x/y, and 0 for 0/0. */
function quotient(x: Tensor, y: Tensor): Tensor {
  return div(x, choose(logicalAnd(equal(x, 0), equal(y, 0)), 1, y));
}

/** −x·log x; 0 at 0, −∞ below. Shapes: kept. Derivative −log x − 1, infinite at 0. */
export const entr: ScalarFunction<[x: Tensor]> = scalarFunction("entr", special.entr, (g, _ans, x) =>
  neg(mul(g, add(log(x), 1))),
);

/** x·log(x/y) − x + y for x ≥ 0 and y ≥ 0, else +∞. Shapes: broadcast. Derivatives log(x/y) and 1 − x/y. */
export const klDiv: ScalarFunction<[x: Tensor, y: Tensor]> = scalarFunction(
  "klDiv",
  special.klDiv,
  (g, _ans, x, y) => mul(g, logRatio(x, y)),
  (g, _ans, x, y) => mul(g, sub(1, div(x, y))),
);

const logRatio: ScalarFunction<[x: Tensor, y: Tensor]> = scalarFunction(
  "logRatio",
  special.logRatio,
  (g, _ans, x) => div(g, x),
  (g, _ans, _x, y) => neg(div(g, y)),
);

/** log(p/(1 − p)); ∓∞ at 0 and 1, NaN outside. Shapes: kept. Derivative 1/(p(1 − p)). */
export const logit: ScalarFunction<[p: Tensor]> = scalarFunction("logit", special.logit, (g, _ans, p) =>
  div(g, mul(p, sub(1, p))),
);
