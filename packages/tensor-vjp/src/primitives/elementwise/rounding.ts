/** To whole numbers: constant wherever smooth, so in no graph. */
import { div, mul } from "./arithmetic.js";
import { step } from "./define.js";
import type { UnaryOp } from "./define.js";
import type { Tensor } from "../../tensor.js";

/** Down. */
export const floor: UnaryOp = step("floor");

/** Up. */
export const ceil: UnaryOp = step("ceil");

/** Towards 0. */
export const trunc: UnaryOp = step("trunc");

const nearest: UnaryOp = step("round");

/** To `decimals` places (negative: tens, hundreds, …), halves to even. */
export function round(x: Tensor, decimals = 0): Tensor {
  if (decimals === 0) return nearest(x);
  const unit = 10 ** decimals;
  return div(nearest(mul(x, unit)), unit);
}
