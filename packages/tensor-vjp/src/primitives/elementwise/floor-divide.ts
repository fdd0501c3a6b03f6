/** Quotients rounded down. */
import { primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import type { Tensor } from "../../tensor.js";
import { broadcasting } from "../batching.js";
import { div, sub } from "./arithmetic.js";
import { equal } from "./comparison.js";
import { mod } from "./remainder.js";
import { nearest } from "./rounding.js";
import { choose } from "./where.js";

/**
 * The largest whole number not above x/y, exactly: what `mod` leaves is taken off before dividing. Shapes: broadcast. A plain
 * result, in no graph, for it is constant wherever it is smooth. ±∞ or NaN for y = 0.
 */
export const floorDivide: Op<[x: Tensor, y: Tensor]> = primitive("floorDivide", {
  compute: (x, y) => choose(equal(y, 0), div(x, y), nearest(div(sub(x, mod(x, y)), y))),
  derivative: null,
  batching: broadcasting,
});
