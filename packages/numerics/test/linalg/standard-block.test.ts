/** The standard form of 2×2 blocks, on all its branches. */
import { standardize } from "../../src/linalg/standard-block.js";
import { distance } from "./matrices.js";

const blocks: readonly (readonly [a: number, b: number, c: number, d: number])[] = [
  [1, 2, 0, 3],
  [1, 0, 2, 3],
  [1, 2, -3, 1],
  [1, 2, 3, 4],
  [4, 2, 3, 1],
  [1, 5, -2, 2],
  [2, 1, -1, 0],
  [1, 1e-9, 1e-9, 1 + 1e-16],
  [1, 1e-17, 1, 1],
  [1, 1, 1e-17, 1],
  [1, 1e8, -1e-8, 3],
  [-3, 1e-200, 1e-200, 2],
  [0, 1, 1, 0],
  [1, 1e-30, 1, 1 + 2e-16],
];

test.each(blocks)("[[%d, %d], [%d, %d]] is rotated to triangular or equal-diagonal form", (a, b, c, d) => {
  const s = standardize(a, b, c, d);
  expect(Math.abs(s.cos ** 2 + s.sin ** 2 - 1)).toBeLessThan(1e-15);
  // The rotation undone.
  const [p, q, r, t] = [
    s.cos * s.a - s.sin * s.c,
    s.cos * s.b - s.sin * s.d,
    s.sin * s.a + s.cos * s.c,
    s.sin * s.b + s.cos * s.d,
  ];
  const again = [p * s.cos - q * s.sin, p * s.sin + q * s.cos, r * s.cos - t * s.sin, r * s.sin + t * s.cos];
  const most = Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d));
  expect(distance(again, [a, b, c, d]) / most).toBeLessThan(1e-15);
  if (s.c !== 0) {
    expect(s.a).toBe(s.d);
    expect(s.b * s.c).toBeLessThan(0);
  }
  // The characteristic polynomial is that of the block.
  expect(Math.abs(s.a + s.d - (a + d)) / most).toBeLessThan(1e-15);
  expect(Math.abs(s.a * s.d - s.b * s.c - (a * d - b * c)) / most ** 2).toBeLessThan(1e-15);
});
