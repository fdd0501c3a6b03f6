/** Complex Schur form of real matrices: triangular, whereas the real Schur form has 2×2 blocks. */
import { complexZeros } from "./complex.js";
import type { ComplexArray } from "./complex.js";
import { multiply, transpose } from "./matrix.js";
import { hypot } from "./norms.js";
import { schur, schurEigenvalues, startsBlock } from "./schur.js";

/** a = z·t·zᴴ: `t` upper triangular, `z` unitary. */
export interface ComplexSchur {
  readonly t: ComplexArray;
  readonly z: ComplexArray;
}

/** The complex Schur form of the real n×n matrix `a`; null if an entry is not finite. */
export function complexSchur(a: Float64Array, n: number): ComplexSchur | null {
  const t = complexZeros(n * n);
  const z = complexZeros(n * n);
  if (!schur(t[0], z[0], a, n)) return null;
  const [wr, wi] = complexZeros(n);
  schurEigenvalues(wr, wi, t[0], n);
  for (let k = 0; k < n - 1; k++) {
    if (wi[k] === 0 || !startsBlock(t[0], n, k)) continue;
    const at = k * n + k;
    // Column (c, is) is the block's eigenvector for wr + i·wi, and (is, c) is orthogonal to it.
    const b = t[0][at + 1]!;
    const w = wi[k]!;
    const r = hypot(b, w);
    const [c, s] = [b / r, w / r];
    for (let j = k; j < n; j++) turn(t, k * n + j, k * n + n + j, c, -s);
    for (let i = 0; i <= k + 1; i++) turn(t, i * n + k, i * n + k + 1, c, s);
    for (let i = 0; i < n; i++) turn(z, i * n + k, i * n + k + 1, c, s);
    for (const [row, sign] of [
      [0, 1],
      [1, -1],
    ] as const) {
      t[0][at + row * (n + 1)] = wr[k]!;
      t[1][at + row * (n + 1)] = sign * w;
    }
    t[0][at + n] = t[1][at + n] = 0;
  }
  return { t, z };
}

/** (x_i, x_j) ← (c x_i + is x_j, c x_j + is x_i). */
function turn([re, im]: ComplexArray, i: number, j: number, c: number, s: number): void {
  const [a, b, p, q] = [re[i]!, im[i]!, re[j]!, im[j]!];
  re[i] = c * a - s * q;
  im[i] = c * b + s * p;
  re[j] = c * p - s * b;
  im[j] = c * q + s * a;
}

/** out = z·t·zᴴ. */
export function fromSchur(out: ComplexArray, { t, z }: ComplexSchur, n: number): void {
  const size = n * n;
  const w = complexZeros(size);
  const zh = complexZeros(size);
  complexMultiply(w, z, t, n);
  transpose(zh[0], z[0], n, n);
  transpose(zh[1], z[1], n, n);
  for (let i = 0; i < size; i++) zh[1][i] = -zh[1][i]!;
  complexMultiply(out, w, zh, n);
}

function complexMultiply(
  [outR, outI]: ComplexArray,
  [ar, ai]: ComplexArray,
  [br, bi]: ComplexArray,
  n: number,
): void {
  const work = new Float64Array(n * n);
  multiply(outR, ar, br, n, n, n);
  multiply(work, ai, bi, n, n, n);
  for (let i = 0; i < n * n; i++) outR[i]! -= work[i]!;
  multiply(outI, ar, bi, n, n, n);
  multiply(work, ai, br, n, n, n);
  for (let i = 0; i < n * n; i++) outI[i]! += work[i]!;
}
