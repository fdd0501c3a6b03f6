/** Masks of matrices. */
import { ndarray } from "@ndgrad/kernels";
import type { Mask } from "../../tensor.js";

/** True on the diagonal. */
export function diagonalMask(n: number): Mask {
  const mask = new Uint8Array(n * n);
  for (let i = 0; i < n; i++) mask[i * n + i] = 1;
  return ndarray(mask, [n, n]);
}
