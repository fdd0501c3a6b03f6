/** Square roots of complex upper triangular matrices. */
import { addComplex, divide, squareRoot } from "./complex.js";
import type { ComplexArray } from "./complex.js";
import { maxAbs } from "./norms.js";

/**
 * Replace the upper triangular `t` (n×n) by its principal square root. Returns false if there is none: an eigenvalue 0
 * is then repeated without enough eigenvectors. Source: Björck & Hammarling 1983; Higham, Functions of Matrices, 6.2.
 */
export function triangularRoot(t: ComplexArray, n: number): boolean {
  const [re, im] = t;
  const rounding = n * 2 ** -53 * Math.max(maxAbs(re), maxAbs(im));
  for (let i = 0; i < n * n; i += n + 1) [re[i], im[i]] = squareRoot([re[i]!, im[i]!]);
  let exists = true;
  for (let i = n - 1; i >= 0; i--)
    for (let j = i + 1; j < n; j++) {
      const at = i * n + j;
      const sumR = re[i * n + i]! + re[j * n + j]!;
      const sumI = im[i * n + i]! + im[j * n + j]!;
      if (sumR === 0 && sumI === 0) {
        if (Math.abs(re[at]!) + Math.abs(im[at]!) > rounding) exists = false;
        re[at] = im[at] = 0;
        continue;
      }
      const r = divide(re[at]!, im[at]!, sumR, sumI);
      [re[at], im[at]] = r;
      addComplex(t, at + 1, [-r[0], -r[1]], t, j * n + j + 1, n - j - 1);
    }
  return exists;
}
