/** Helpers of the distributions: standardizing, and −∞ outside the support. */
import type { Mask, Tensor } from "../../tensor.js";
import { div, sub } from "../../primitives/elementwise/arithmetic.js";
import { where } from "../elementwise/where.js";

/** (x − loc)/scale; x itself by default. */
export function standardize(x: Tensor, loc: Tensor = 0, scale: Tensor = 1): Tensor {
  return loc === 0 && scale === 1 ? x : div(sub(x, loc), scale);
}

/** f(x) where `inside` holds; elsewhere −∞ with derivative 0, where f gets `safe` instead of x. */
export function onSupport(inside: Mask, x: Tensor, safe: number, f: (x: Tensor) => Tensor): Tensor {
  return where(inside, f(where(inside, x, safe)), -Infinity);
}
