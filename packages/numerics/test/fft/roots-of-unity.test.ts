/** Roots of unity. */
import { rootOfUnity } from "../../src/fft/roots-of-unity.js";
import { fixtures } from "./fixtures.js";

test.each(fixtures.roots)("root $k of $n is exact to an ulp", ({ k, n, cos, sin }) => {
  const [c, s] = rootOfUnity(k, n);
  expect(Math.abs(c - cos)).toBeLessThanOrEqual(2 ** -52 * Math.abs(cos));
  expect(Math.abs(s - sin)).toBeLessThanOrEqual(2 ** -52 * Math.abs(sin));
});

test("roots go round: k and k + n are the same", () => {
  expect(rootOfUnity(17, 12)).toEqual(rootOfUnity(5, 12));
});
