/** Complex transforms: accuracy against exact sums, and the properties that define them. */
import { fft } from "../../src/fft/fft.js";
import { distance, fixtures, input } from "./fixtures.js";

/** An entry of the transform of n numbers of size 0.4 or so has this size; errors are stated against it. */
const typical = (n: number) => 0.4 * Math.sqrt(n);

test.each(fixtures.cases)(
  "length $n: the error of every entry is a few ulps times log n",
  ({ n, bins, re, im }) => {
    const x = input(n);
    fft(x.re, x.im, n);
    const errors = [
      distance(
        bins.map((j) => x.re[j]!),
        re,
      ),
      distance(
        bins.map((j) => x.im[j]!),
        im,
      ),
    ];
    expect(Math.max(...errors) / typical(n)).toBeLessThan(2.5e-16 * Math.max(1, Math.log2(n)));
  },
);

const lengths = [0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 30, 31, 37, 49, 64, 74, 97, 100, 121, 1000, 1009, 1024];

test.each(lengths)("length %i: the inverse undoes it, but for the factor n", (n) => {
  const [x, { re, im }] = [input(n), input(n)];
  fft(re, im, n);
  fft(re, im, n, 0, 1, true);
  const bound = 3e-16 * Math.max(1, Math.log2(n + 1));
  expect(
    distance(
      re.map((v) => v / n),
      x.re,
    ),
  ).toBeLessThan(bound);
  expect(
    distance(
      im.map((v) => v / n),
      x.im,
    ),
  ).toBeLessThan(bound);
});

test.each([5, 16, 31, 60, 1009])(
  "length %i: an impulse has roots of unity, and a constant an impulse",
  (n) => {
    const [re, im] = [new Float64Array(n), new Float64Array(n)];
    re[1] = 1;
    fft(re, im, n);
    const angles = Array.from({ length: n }, (_, j) => (-2 * Math.PI * j) / n);
    expect(distance(re, angles.map(Math.cos))).toBeLessThan(2e-15);
    expect(distance(im, angles.map(Math.sin))).toBeLessThan(2e-15);
    re.fill(1);
    im.fill(-2);
    fft(re, im, n);
    expect(
      distance(
        re,
        Array.from({ length: n }, (_, j) => (j === 0 ? n : 0)),
      ),
    ).toBeLessThan(1e-15 * n);
    expect(
      distance(
        im,
        Array.from({ length: n }, (_, j) => (j === 0 ? -2 * n : 0)),
      ),
    ).toBeLessThan(2e-15 * n);
  },
);

test("the energy of 100 000 numbers stays the same", () => {
  const n = 100000;
  const { re, im } = input(n);
  const energy = () => re.reduce((sum, v, k) => sum + v * v + im[k]! ** 2, 0);
  const before = energy();
  fft(re, im, n);
  expect(Math.abs(energy() / n / before - 1)).toBeLessThan(1e-13);
});

test("the product of transforms is that of a cyclic convolution", () => {
  const n = 12;
  const [a, b] = [input(n), input(n + 1)];
  const [x, y] = [a.re.slice(), b.re.slice(0, n)];
  const want = Array.from({ length: n }, (_, k) => x.reduce((sum, v, j) => sum + v * y[(k - j + n) % n]!, 0));
  const [xi, yi] = [new Float64Array(n), new Float64Array(n)];
  fft(x, xi, n);
  fft(y, yi, n);
  const re = x.map((v, k) => v * y[k]! - xi[k]! * yi[k]!);
  const im = x.map((v, k) => v * yi[k]! + xi[k]! * y[k]!);
  fft(re, im, n, 0, 1, true);
  expect(
    distance(
      re.map((v) => v / n),
      want,
    ),
  ).toBeLessThan(1e-15);
  expect(distance(im, new Float64Array(n))).toBeLessThan(1e-14);
});

test.each([
  ["a column of a matrix", 2, 7],
  ["a row backwards", 40, -3],
])("%s is transformed in place, and nothing else touched", (_, offset, stride) => {
  const n = 6;
  const { re, im } = input(50);
  const at = Array.from({ length: n }, (_, k) => offset + k * stride);
  const [a, b] = [Float64Array.from(at, (i) => re[i]!), Float64Array.from(at, (i) => im[i]!)];
  const [wantR, wantI] = [re.slice(), im.slice()];
  fft(a, b, n);
  at.forEach((i, k) => {
    wantR[i] = a[k]!;
    wantI[i] = b[k]!;
  });
  fft(re, im, n, offset, stride);
  expect(re).toEqual(wantR);
  expect(im).toEqual(wantI);
});

test("NaN and infinity reach every entry", () => {
  const { re, im } = input(10);
  re[3] = NaN;
  fft(re, im, 10);
  expect(re.every(Number.isNaN)).toBe(true);
});
