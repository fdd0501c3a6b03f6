import * as special from "../../src/special/index.js";
import { fixtures } from "./fixtures.js";

const functions: Readonly<Record<string, (...xs: number[]) => number>> = special;

/** Error allowed, relative to the value or, near a sign change of the function, to the scale that the fixture gives. */
const tolerance = 1e-12;

describe.each([
  "error-function", "gamma", "incomplete-gamma", "beta", "bessel", "modified-bessel", "logarithms",
])("%s", (family) => {
  test.each(fixtures(family))(`%s is within ${tolerance} of 60-digit values`, (name, cases) => {
    const off = cases
      .map(([args, expected, scale = 0]) => {
        const actual = functions[name]!(...args);
        const error = Math.abs(actual - expected) / Math.max(Math.abs(expected), scale);
        return { args, expected, actual, error: actual === expected ? 0 : error };
      })
      .filter(({ error }) => !(error <= tolerance));
    expect(off).toEqual([]);
  });
}); // prettier-ignore

describe("poles, infinities, NaN and zeros", () => {
  test.each(fixtures("special-values"))("%s", (name, cases) => {
    const off = cases
      .map(([args, expected]) => ({ args, expected, actual: functions[name]!(...args) }))
      .filter(
        ({ expected, actual }) => !(actual === expected || (actual !== actual && expected !== expected)),
      );
    expect(off).toEqual([]);
  });
});
