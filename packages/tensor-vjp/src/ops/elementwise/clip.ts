/** Values limited to an interval. */
import { method } from "../../method.js";
import type { Tensor } from "../../tensor.js";
import { greater, less } from "../../primitives/elementwise/comparison.js";
import { where } from "./where.js";

/**
 * `x` limited to [lo, hi], broadcasting; `null` for no bound; lo > hi gives hi. Derivative in `x`: 1 inside and at the
 * bounds (the interval is closed), 0 outside. Derivative in a bound: 1 where x lies beyond it, else 0.
 */
export const clip: (x: Tensor, lo: Tensor | null, hi: Tensor | null) => Tensor = method(
  "clip",
  (x, lo, hi) => {
    const atLeast = lo === null ? x : where(less(x, lo), lo, x);
    return hi === null ? atLeast : where(greater(atLeast, hi), hi, atLeast);
  },
);
