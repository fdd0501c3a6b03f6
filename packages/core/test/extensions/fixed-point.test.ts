import { ConvergenceError } from "@ndgrad/core";
import { add, fixedPoint, grad, jvp, mul, scoped, sin } from "../numbers.js";

/** x with x = ½(a + sin x). */
const settled = (a: number, start = 0): number =>
  fixedPoint((p: number, x: number) => mul(0.5, add(p, sin(x))), a, start);
const x0 = settled(0.7);
/** By the implicit function theorem, by hand: dx/da = ½ / (1 − ½ cos x). */
const slope = 0.5 / (1 - 0.5 * Math.cos(x0));

test("what is found is a fixed point, and its derivative is that of the implicit function theorem", () => {
  expect(0.5 * (0.7 + Math.sin(x0))).toBeCloseTo(x0, 12);
  expect(grad((a: number) => settled(a))(0.7)).toBeCloseTo(slope, 11);
  expect(jvp((a: number) => settled(a), [0.7], [1])[1]).toBeCloseTo(slope, 11);
});

test("the start may be a traced value, and no derivative flows into it", () => {
  expect(grad((a: number) => settled(a, mul(2, a)))(0.7)).toBeCloseTo(slope, 11);
  expect(grad((a: number) => settled(0.7, a))(0.1)).toBe(0);
  expect(jvp((a: number) => settled(0.7, a), [0.1], [1])[1]).toBe(0);
  // The gradient of a² is a stand-in inside `scoped`.
  const step = scoped((a: number) => settled(a, grad((y: number) => mul(y, y))(a)));
  expect(step(0.7)).toBeCloseTo(x0, 12);
});

test("a second derivative is right, from a traced start too", () => {
  const second = grad(grad((a: number) => settled(a, mul(2, a))))(0.7);
  // d/da of the slope above.
  const wanted = (-0.25 * Math.sin(x0) * slope) / (1 - 0.5 * Math.cos(x0)) ** 2;
  expect(second).toBeCloseTo(wanted, 9);
});

test("an iteration that does not settle is refused", () => {
  expect(() => fixedPoint((_p: null, x: number) => add(x, 1), null, 0, { maxIterations: 10 })).toThrow(
    ConvergenceError,
  );
});
