/** Singular values of bidiagonal matrices: the tiny ones too. */
import { bidiagonalQR } from "../../src/linalg/bidiagonal-qr.js";
import { fixtures } from "./fixtures.js";

test.each(fixtures.bidiagonal)(
  "all singular values have full relative accuracy: diagonal $d",
  ({ d, e, s }) => {
    const n = d.length;
    const got = Float64Array.from(d);
    expect(bidiagonalQR({ d: got, e: Float64Array.from(e), ut: null, vt: null, m: n, n })).toBe(true);
    const sorted = [...got].map(Math.abs).sort((x, y) => y - x);
    const errors = sorted.map((x, i) => Math.abs(x / s[i]! - 1));
    expect(Math.max(...errors)).toBeLessThan(2e-15 * n);
  },
);

test("a zero on the diagonal splits the matrix and gives a singular value 0", () => {
  const d = Float64Array.of(1, 0, 2, 3);
  expect(bidiagonalQR({ d, e: Float64Array.of(1, 1, 1), ut: null, vt: null, m: 4, n: 4 })).toBe(true);
  expect(Math.min(...d.map(Math.abs))).toBeLessThan(1e-300);
});

test("what is not finite ends in a refusal, not in an endless loop", () => {
  const d = Float64Array.of(1, NaN, 2);
  expect(bidiagonalQR({ d, e: Float64Array.of(1, 1), ut: null, vt: null, m: 3, n: 3 })).toBe(false);
});
