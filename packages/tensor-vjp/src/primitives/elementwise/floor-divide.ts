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
 * ⌊x/y⌋, exactly: the remainder is subtracted before dividing. Shapes: broadcast. Plain and never in a graph, since it is
 * constant wherever it is smooth. ±∞ or NaN for y = 0; for y = ±∞ and finite x, 0 or −1.
 */
export const floorDivide: Op<[x: Tensor, y: Tensor]> = primitive("floorDivide", {
  compute(x, y) {
    const quotient = div(x, y);
    const whole = choose(equal(y, 0), quotient, nearest(div(sub(x, mod(x, y)), y)));
    // Here `mod` is infinite: there is no remainder to subtract.
    const isTiny = logicalAnd(isinf(y), isfinite(x));
    return choose(isTiny, choose(less(mul(sign(x), sign(y)), 0), -1, quotient), whole);
  },
  derivative: null,
  batching: broadcasting,
});
