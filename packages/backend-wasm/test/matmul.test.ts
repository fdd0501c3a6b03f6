import { memory, wasmPlain } from "@ndgrad/backend-wasm";
import type { NdF64 } from "@ndgrad/kernels";
import ndarray from "ndarray";

const start = memory.mark();
afterEach(() => memory.release(start));

/** Small whole numbers: sums of their products are exact in any order. */
const a = (i: number, l: number) => ((5 * i + 3 * l) % 11) - 5;
const b = (l: number, j: number) => ((2 * l + 7 * j) % 13) - 6;

function matrix(m: number, n: number, f: (i: number, j: number) => number, isTransposed: boolean): NdF64 {
  const x = isTransposed
    ? ndarray(memory.allocate(m * n), [n, m]).transpose(1, 0)
    : ndarray(memory.allocate(m * n), [m, n]);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) x.set(i, j, f(i, j));
  return x;
}

describe.each([
  // Beyond one piece of rows, of columns and of terms; thin ones; vectors of odd lengths.
  [101, 2053, 259],
  [3, 2053, 300],
  [131, 2, 700],
  [41, 1, 515],
  [1, 43, 515],
  [1, 1, 1001],
])("a product of %s rows, %s columns, %s terms is exact", (m, n, k) => {
  test.each([
    [false, false, false],
    [true, false, false],
    [false, true, false],
    [true, true, true],
  ])("with a, b, out transposed: %s, %s, %s", (turnsA, turnsB, turnsOut) => {
    const out = matrix(m, n, () => NaN, turnsOut);
    wasmPlain.matmul!(out, matrix(m, k, a, turnsA), matrix(k, n, b, turnsB));
    const rows = [0, m >> 1, m - 2, m - 1].filter((i) => i >= 0);
    const columns = [0, 1, n >> 1, 2047, 2048, n - 2, n - 1].filter((j) => j >= 0 && j < n);
    const places = rows.flatMap((i) => columns.map((j) => [i, j] as const));
    const wanted = places.map(([i, j]) => {
      let sum = 0;
      for (let l = 0; l < k; l++) sum += a(i, l) * b(l, j);
      return sum;
    });
    expect(places.map(([i, j]) => out.get(i, j))).toEqual(wanted);
    expect(out.data.some(Number.isNaN)).toBe(false);
  });
});
