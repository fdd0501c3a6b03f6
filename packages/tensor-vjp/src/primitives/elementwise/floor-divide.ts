/** Quotients rounded down. */
import { nonDifferentiable } from "../../op.js";
import type { Tensor } from "../../tensor.js";
import { div, sub } from "./arithmetic.js";
import { equal } from "./comparison.js";
import { mod } from "./remainder.js";
import { round } from "./rounding.js";
import { where } from "./where.js";

/**
 * The largest whole number not above x/y, exactly: what `mod` leaves is taken off before dividing. Shapes: broadcast. A plain
 * result, in no graph, for it is constant wherever it is smooth. ±∞ or NaN for y = 0.
 */
export const floorDivide = nonDifferentiable("floorDivide", (x: Tensor, y: Tensor): Tensor =>
  where(equal(y, 0), div(x, y), round(div(sub(x, mod(x, y)), y))),
);
