/** Length and direction in the plane. */
import type { Tensor } from "../../tensor.js";
import { div, mul, neg } from "./arithmetic.js";
import { equal } from "./comparison.js";
import { binary } from "./define.js";
import type { BinaryOp } from "./define.js";
import { choose } from "./where.js";

/** √(x² + y²) without overflow, broadcasting. Derivative 0 at the origin. */
export const hypot: BinaryOp = binary(
  "hypot",
  (g, ans, x) => mul(g, div(x, notZero(ans))),
  (g, ans, _x, y) => mul(g, div(y, notZero(ans))),
);

/** The angle of the point (x, y) from the positive x axis, in (−π, π], broadcasting. Derivative 0 at the origin. */
export const atan2: BinaryOp = binary(
  "atan2",
  (g, _ans, y, x) => mul(g, overSquare(x, hypot(x, y))),
  (g, _ans, y, x) => neg(mul(g, overSquare(y, hypot(x, y)))),
);

/** x / r², in two steps that do not overflow; 0 where r is. */
function overSquare(x: Tensor, r: Tensor): Tensor {
  const d = notZero(r);
  return div(div(x, d), d);
}

/** `r` with 1 in place of 0: at the origin the slope is then 0/1 = 0 instead of 0/0. */
function notZero(r: Tensor): Tensor {
  return choose(equal(r, 0), 1, r);
}
