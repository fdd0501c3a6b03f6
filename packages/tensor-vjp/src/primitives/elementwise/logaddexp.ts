/** Sums of exponentials, on the log scale. */
import type { Tensor } from "../../tensor.js";
import { mul, sub } from "./arithmetic.js";
import { equal } from "./comparison.js";
import { binary } from "./define.js";
import type { BinaryOp } from "./define.js";
import { isinf, logicalAnd } from "./mask.js";
import { sigmoid } from "./sigmoid.js";
import { choose } from "./where.js";

/** log(eˣ + eʸ), shifted by the larger, broadcasting. Derivative 0 where both are −∞. */
export const logaddexp: BinaryOp = binary(
  "logaddexp",
  (g, _ans, x, y) => mul(g, sigmoid(difference(x, y))),
  (g, _ans, x, y) => mul(g, sigmoid(difference(y, x))),
);

/** log2(2ˣ + 2ʸ), shifted by the larger, broadcasting. Derivative 0 where both are −∞. */
export const logaddexp2: BinaryOp = binary(
  "logaddexp2",
  (g, _ans, x, y) => mul(g, sigmoid(mul(Math.LN2, difference(x, y)))),
  (g, _ans, x, y) => mul(g, sigmoid(mul(Math.LN2, difference(y, x)))),
);

/** x − y, but −∞ for two equal infinities, whose NaN would spoil masked entries. */
function difference(x: Tensor, y: Tensor): Tensor {
  return choose(logicalAnd(isinf(x), equal(x, y)), -Infinity, sub(x, y));
}
