/** Rounding to decimal places. */
import { method } from "../../method.js";
import { div, mul } from "../../primitives/elementwise/arithmetic.js";
import { nearest } from "../../primitives/elementwise/rounding.js";
import type { Tensor } from "../../tensor.js";

/** Rounded to `decimals` places (negative: to tens, hundreds, …), 0 by default; halves to even. Plain, never in a graph. */
export const round: (x: Tensor, decimals?: number) => Tensor = method("round", (x, decimals) => {
  if (decimals === undefined || decimals === 0) return nearest(x);
  const unit = 10 ** decimals;
  return div(nearest(mul(x, unit)), unit);
});
