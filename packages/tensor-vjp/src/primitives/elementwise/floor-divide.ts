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
 * ⌊x/y⌋, exactly: the remainder is subtracted before dividing. Shapes: broadcast. Plain and never in a graph, since it is
 * constant wherever it is smooth. ±∞ or NaN for y = 0.
 */
export const floorDivide: Op<[x: Tensor, y: Tensor]> = primitive("floorDivide", {
  compute: (x, y) => choose(equal(y, 0), div(x, y), nearest(div(sub(x, mod(x, y)), y))),
  derivative: null,
  batching: broadcasting,
});
