/** What distributions share: the standard scale, and the end of the support. */
import type { Mask, Tensor } from "../../tensor.js";
import { div, sub } from "../../primitives/elementwise/arithmetic.js";
import { where } from "../elementwise/where.js";

export function standardized(x: Tensor, loc: Tensor, scale: Tensor): Tensor {
  return loc === 0 && scale === 1 ? x : div(sub(x, loc), scale);
}

/** f(x) where `inside` holds, −∞ with derivative 0 elsewhere. In those places f sees `safe` instead of x. */
export function onSupport(inside: Mask, x: Tensor, safe: number, f: (x: Tensor) => Tensor): Tensor {
  return where(inside, f(where(inside, x, safe)), -Infinity);
}
