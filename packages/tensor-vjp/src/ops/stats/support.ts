/** What distributions share: the standard scale, and the end of the support. */
import type { Mask, Tensor } from "../../tensor.js";
import { div, sub } from "../../primitives/elementwise/arithmetic.js";
import { where } from "../elementwise/where.js";

/** (x − loc)/scale, by default x. */
export function standardized(x: Tensor, loc: Tensor = 0, scale: Tensor = 1): Tensor {
  return loc === 0 && scale === 1 ? x : div(sub(x, loc), scale);
}

/** f(x) where `inside` holds, −∞ with derivative 0 elsewhere. In those places f sees `safe` instead of x. */
export function onSupport(inside: Mask, x: Tensor, safe: number, f: (x: Tensor) => Tensor): Tensor {
  return where(inside, f(where(inside, x, safe)), -Infinity);
}
