/** Finite numbers in the place of others. */
import { checked } from "../../options.js";
import type { Shaped, Tensor } from "../../tensor.js";
import { equal } from "../../primitives/elementwise/comparison.js";
import { shaped } from "../../primitives/elementwise/define.js";
import { isnan } from "../../primitives/elementwise/mask.js";
import { where } from "../../primitives/elementwise/where.js";

export interface NanToNumOptions {
  /** What NaN becomes. */
  readonly nan?: number;
  /** What +∞ and −∞ become: the largest finite numbers by default. */
  readonly posinf?: number;
  readonly neginf?: number;
}

/** `x` with NaN and infinities replaced. Shapes: kept. Derivative 1 where `x` is finite, else 0. */
export function nanToNum<X extends Tensor>(x: X, options: NanToNumOptions = {}): Shaped<X> {
  const {
    nan = 0,
    posinf = Number.MAX_VALUE,
    neginf = -Number.MAX_VALUE,
  } = checked("nanToNum", options, ["nan", "posinf", "neginf"]);
  const finite = where(equal(x, Infinity), posinf, where(equal(x, -Infinity), neginf, x));
  return shaped(x, where(isnan(x), nan, finite));
}
