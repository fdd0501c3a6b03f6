/** Transforms of real numbers. */
import { fft } from "../../src/fft/fft.js";
import { irfft, rfft } from "../../src/fft/rfft.js";
import { distance, input } from "./fixtures.js";

const lengths = [1, 2, 3, 4, 5, 6, 7, 8, 15, 16, 30, 37, 74, 1000, 1009, 4096];

test.each(lengths)("length %i: rfft is the first half of the complex transform", (n) => {
  const h = Math.floor(n / 2) + 1;
  const [x, a, b] = [input(n).re, input(n).re, new Float64Array(n)];
  fft(a, b, n);
  const [re, im, before] = [new Float64Array(h), new Float64Array(h), x.slice()];
  rfft(re, im, x, n);
  expect(x).toEqual(before);
  const bound = 2e-16 * Math.sqrt(n) * Math.log2(n + 1);
  expect(distance(re, a.subarray(0, h))).toBeLessThan(bound);
  expect(distance(im, b.subarray(0, h))).toBeLessThan(bound);
  expect(im[0]).toBe(0);
});

test.each(lengths)("length %i: irfft undoes rfft, but for the factor n", (n) => {
  const h = Math.floor(n / 2) + 1;
  const [x, again, re, im] = [input(n).re, new Float64Array(n), new Float64Array(h), new Float64Array(h)];
  rfft(re, im, x, n);
  irfft(again, re, im, n);
  expect(
    distance(
      again.map((v) => v / n),
      x,
    ),
  ).toBeLessThan(3e-16 * Math.log2(n + 1));
});

test.each([6, 7])("length %i: imaginary parts that a real signal cannot have are not read", (n) => {
  const h = Math.floor(n / 2) + 1;
  const { re, im } = input(h);
  const [x, y] = [new Float64Array(n), new Float64Array(n)];
  im[0] = 0;
  if (n % 2 === 0) im[h - 1] = 0;
  irfft(x, re, im, n);
  im[0] = NaN;
  if (n % 2 === 0) im[h - 1] = NaN;
  const before = [re.slice(), im.slice()];
  irfft(y, re, im, n);
  expect(y).toEqual(x);
  expect([re, im]).toEqual(before);
});
