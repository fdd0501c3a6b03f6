/**
 * Matrices to factorize: of all shapes, below and above the sizes where backends switch algorithms, well- and
 * ill-conditioned.
 */
import { multiply, transpose } from "@ndgrad/numerics/linalg";
import { ordinary } from "../entries.js";

/** m×n numbers in row-major order. */
export interface Matrix {
  readonly name: string;
  readonly m: number;
  readonly n: number;
  readonly a: Float64Array;
}

type Entry = (i: number, j: number) => number;

export function matrix(name: string, m: number, n: number, entry: Entry): Matrix {
  const a = Float64Array.from({ length: m * n }, (_, at) => entry(Math.floor(at / n), at % n));
  return { name: `${name} [${m}, ${n}]`, m, n, a };
}

/** Pseudorandom numbers of many magnitudes around 0. */
export function random(m: number, n: number): Matrix {
  const entries = ordinary(m * n, m + 31 * n + 1);
  return matrix("random", m, n, (i, j) => entries[i * n + j]!);
}

/** b·bᵀ + 1 for a random b. */
export function positive(n: number): Matrix {
  const b = random(n, n).a;
  const [bt, a] = [new Float64Array(n * n), new Float64Array(n * n)];
  transpose(bt, b, n, n);
  multiply(a, b, bt, n, n, n);
  return matrix("positive definite", n, n, (i, j) => a[i * n + j]! + (i === j ? 1 : 0));
}

export function symmetric(n: number): Matrix {
  const { a } = random(n, n);
  return matrix("symmetric", n, n, (i, j) => a[Math.max(i, j) * n + Math.min(i, j)]!);
}

export const sizes = [0, 1, 2, 3, 5, 17, 40, 70];

export const square: readonly Matrix[] = [
  ...sizes.map((n) => random(n, n)),
  ...[4, 40].flatMap((n) => [
    matrix("zero", n, n, () => 0),
    matrix("identity", n, n, (i, j) => (i === j ? 1 : 0)),
    matrix("of rank 1", n, n, (i, j) => (i + 1) * (j - 2)),
    matrix("permutation", n, n, (i, j) => (j === (i + 3) % n ? 1 : 0)),
    matrix("tiny", n, n, (i, j) => 1e-290 * Math.cos(i * n + j)),
    matrix("huge", n, n, (i, j) => 1e290 * Math.cos(i * n + j)),
    matrix("graded", n, n, (i, j) => 10 ** (-12 * ((i + j) / n)) * Math.cos(1 + i * j)),
  ]),
  matrix("Hilbert", 8, 8, (i, j) => 1 / (i + j + 1)),
  matrix("Frank", 9, 9, (i, j) => (j < i - 1 ? 0 : 9 - Math.max(i, j))),
];

/** Matrices with one entry that is not finite, in row 2, below the diagonal. */
export const nonFinite: readonly Matrix[] = [NaN, Infinity].flatMap((bad) =>
  [3, 40].map((n) => matrix(`with ${bad}`, n, n, (i, j) => (i === 2 && j === 1 ? bad : i === j ? 2 : 0.1))),
);

export const oblong: readonly Matrix[] = [
  ...[[1, 3], [2, 5], [0, 3], [17, 40], [30, 70]].flatMap(([m, n]) => [random(m!, n!), random(n!, m!)]), // prettier-ignore
  matrix("of rank 2", 40, 30, (i, j) => i * j + 1),
];
