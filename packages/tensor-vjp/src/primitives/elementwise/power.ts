/** Powers and roots. */
import type { Tensor } from "../../tensor.js";
import { div, mul, sub } from "./arithmetic.js";
import { equal } from "./comparison.js";
import { binary, unary } from "./define.js";
import type { BinaryOp, UnaryOp } from "./define.js";
import { log } from "./exponential.js";
import { logicalAnd } from "./mask.js";
import { choose } from "./where.js";

/** √x; infinite derivative at 0, NaN below. */
export const sqrt: UnaryOp = unary("sqrt", (g, ans) => div(g, mul(2, ans)));

/** ∛x, of negative x too; infinite derivative at 0. */
export const cbrt: UnaryOp = unary("cbrt", (g, ans) => div(g, mul(3, mul(ans, ans))));

/**
 * x to the power y, broadcasting. Derivative in x: y·x^(y−1), which is 0 for x^0 at 0. In y: x^y·log x, which is 0 for x = 0
 * and NaN for negative x; computed only when y is differentiated.
 */
export const pow: BinaryOp = binary(
  "pow",
  (g, _ans, x, y) => mul(g, slope(x, y)),
  (g, ans, x) => mul(g, mul(ans, log(choose(equal(x, 0), 1, x)))),
);

/** y·x^(y−1). Where x and y are both 0 it is 0·1, since 0·∞ would be NaN; elsewhere derivatives of any order are kept. */
function slope(x: Tensor, y: Tensor): Tensor {
  if (y === 1) return 1;
  if (y === 2) return mul(2, x);
  if (typeof y === "number" && y !== 0) return mul(y, pow(x, y - 1));
  const base = choose(logicalAnd(equal(x, 0), equal(y, 0)), 1, x);
  return mul(y, pow(base, sub(y, 1)));
}
