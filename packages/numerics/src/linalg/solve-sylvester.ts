/** Sylvester equations a·x + x·b = q. */
import { luSolve } from "./lu-solve.js";
import { lu } from "./lu.js";
import { multiply, transpose } from "./matrix.js";
import { maxAbs } from "./norms.js";
import { schur, startsBlock } from "./schur.js";
import { addRows } from "./vector.js";

const eps = 2 ** -53;

/**
 * out (m×n) with a·out + out·b = q, for a m×m and b n×n. Returns false if an eigenvalue of `a` and one of `b` sum to 0
 * within rounding: the equation is then singular and `out` solves a nearby one; also if an entry is not finite, with
 * NaN. Source: Bartels & Stewart, CACM 15 (1972).
 */
export function solveSylvester(
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  q: Float64Array,
  m: number,
  n: number,
): boolean {
  const [r, u] = [new Float64Array(m * m), new Float64Array(m * m)];
  const [s, v] = [new Float64Array(n * n), new Float64Array(n * n)];
  if (!schur(r, u, a, m) || !schur(s, v, b, n)) {
    out.fill(NaN, 0, m * n);
    return false;
  }
  const [ut, vt] = [new Float64Array(m * m), new Float64Array(n * n)];
  const [y, work] = [new Float64Array(m * n), new Float64Array(m * n)];
  transpose(ut, u, m, m);
  transpose(vt, v, n, n);
  multiply(work, ut, q, m, m, n);
  multiply(y, work, v, m, n, n);
  const isRegular = solveQuasiTriangular(y, r, s, m, n);
  multiply(work, u, y, m, m, n);
  multiply(out, work, vt, m, n, n);
  return isRegular;
}

/** Replace `y` (m×n) by the solution x of r·x + x·s = y for quasi-triangular `r` (m×m) and `s` (n×n). */
function solveQuasiTriangular(
  y: Float64Array,
  r: Float64Array,
  s: Float64Array,
  m: number,
  n: number,
): boolean {
  const least = Math.max(eps * Math.max(maxAbs(r), maxAbs(s)), 2 ** -1000);
  let isRegular = true;
  // Block rows from the bottom, blocks in a row from the left: everything that a block depends on is then known.
  for (let end = m; end > 0;) {
    const i = end > 1 && startsBlock(r, m, end - 2) ? end - 2 : end - 1;
    for (let row = i; row < end; row++) addRows(y, row * n, n, -1, r, row * m + end, m - end, y, end * n, n);
    for (let j = 0; j < n;) {
      const next = startsBlock(s, n, j) ? j + 2 : j + 1;
      if (!solveBlock(y, r, s, m, n, i, end - i, j, next - j, least)) isRegular = false;
      for (let row = i; row < end; row++)
        addRows(y, row * n + next, n - next, -1, y, row * n + j, next - j, s, j * n + next, n);
      j = next;
    }
    end = i;
  }
  return isRegular;
}

/** The same for one p×q block at (i, j), as a system of p·q ≤ 4 equations. False if a pivot had to be replaced. */
function solveBlock(
  y: Float64Array,
  r: Float64Array,
  s: Float64Array,
  m: number,
  n: number,
  i: number,
  p: number,
  j: number,
  q: number,
  least: number,
): boolean {
  const size = p * q;
  const equations = new Float64Array(size * size);
  const known = new Float64Array(size);
  for (let g = 0; g < p; g++)
    for (let h = 0; h < q; h++) {
      const row = g * q + h;
      known[row] = y[(i + g) * n + j + h]!;
      for (let k = 0; k < p; k++) equations[row * size + k * q + h]! += r[(i + g) * m + i + k]!;
      for (let k = 0; k < q; k++) equations[row * size + g * q + k]! += s[(j + k) * n + j + h]!;
    }
  const [factors, perm, x] = [new Float64Array(size * size), new Int32Array(size), new Float64Array(size)];
  lu(factors, perm, equations, size, size);
  let isRegular = true;
  for (let at = 0; at < size * size; at += size + 1) {
    if (Math.abs(factors[at]!) >= least) continue;
    factors[at] = least;
    isRegular = false;
  }
  luSolve(x, factors, perm, known, size, 1);
  for (let g = 0; g < p; g++) for (let h = 0; h < q; h++) y[(i + g) * n + j + h] = x[g * q + h]!;
  return isRegular;
}
