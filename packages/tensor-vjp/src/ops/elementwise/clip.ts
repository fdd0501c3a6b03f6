/** Values held within bounds. */
import { method } from "../../method.js";
import type { Tensor } from "../../tensor.js";
import { greater, less } from "../../primitives/elementwise/comparison.js";
import { where } from "./where.js";

/**
 * `x` held in [lo, hi], broadcasting; `null` for no bound; lo > hi gives hi. Derivative in `x`: 1 inside and at the
 * bounds (the interval is closed), 0 outside; in a bound: 1 where it is the answer and x is outside.
 */
export const clip: (x: Tensor, lo: Tensor | null, hi: Tensor | null) => Tensor = method(
  "clip",
  (x, lo, hi) => {
    const raised = lo === null ? x : where(less(x, lo), lo, x);
    return hi === null ? raised : where(greater(raised, hi), hi, raised);
  },
);
