/** Quotients rounded down. */
import { primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import type { Tensor } from "../../tensor.js";
import { broadcasting } from "../batching.js";
import { div, mul, sub } from "./arithmetic.js";
import { equal, less } from "./comparison.js";
import { isfinite, isinf, logicalAnd } from "./mask.js";
import { mod } from "./remainder.js";
import { sign } from "./absolute.js";
import { nearest } from "./rounding.js";
import { choose } from "./where.js";

/**
 * The largest whole number not above x/y, exactly: what `mod` leaves is taken off before dividing. Shapes: broadcast. A plain
 * result, in no graph, for it is constant wherever it is smooth. ±∞ or NaN for y = 0; for y = ±∞ and finite x, 0 or −1.
 */
export const floorDivide: Op<[x: Tensor, y: Tensor]> = primitive("floorDivide", {
  compute(x, y) {
    const quotient = div(x, y);
    const whole = choose(equal(y, 0), quotient, nearest(div(sub(x, mod(x, y)), y)));
    // There `mod` is infinite, and has nothing to take off.
    const isTiny = logicalAnd(isinf(y), isfinite(x));
    return choose(isTiny, choose(less(mul(sign(x), sign(y)), 0), -1, quotient), whole);
  },
  derivative: null,
  batching: broadcasting,
});
