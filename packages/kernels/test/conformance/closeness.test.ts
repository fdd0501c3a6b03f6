import { isClose, ulpsApart } from "../../src/conformance/closeness.js";

test("neighbours are one unit apart, even across powers of two, zero and the largest number", () => {
  expect(ulpsApart(1, 1 + 2 ** -52)).toBe(1);
  expect(ulpsApart(1, 1 - 2 ** -53)).toBe(1);
  expect(ulpsApart(-5e-324, 5e-324)).toBe(2);
  expect(ulpsApart(Number.MAX_VALUE, Infinity)).toBe(1);
  expect(ulpsApart(1, 2)).toBe(2 ** 52);
});

test("NaN is close to nothing but NaN", () => {
  expect(ulpsApart(NaN, NaN)).toBe(0);
  expect(ulpsApart(NaN, 1)).toBe(Infinity);
  expect(isClose(1, NaN, 6, undefined)).toBe(false);
  expect(isClose(NaN, 1, 6, 1)).toBe(false);
  expect(isClose(NaN, NaN, 0, 0)).toBe(true);
});

test("zeros of opposite signs differ, unless there is slack", () => {
  expect(isClose(0, -0, 6, undefined)).toBe(false);
  expect(isClose(0, -0, 0, 0)).toBe(true);
});

test("slack does not make an infinity close to a number", () => {
  expect(isClose(1, Infinity, 0, NaN)).toBe(false);
  expect(isClose(Infinity, Infinity, 0, NaN)).toBe(true);
  expect(isClose(-Infinity, Infinity, 0, Infinity)).toBe(false);
  expect(isClose(1, 2, 0, Infinity)).toBe(false);
});
