import { grad, mul, replay, sin } from "../numbers.js";
import { Cell, mul as times, overwrite, replay as replayCells, scoped } from "../cells.js";

test("what was recorded is done to other arguments, without another run", () => {
  let runs = 0;
  const [y, again] = replay((x: number) => (runs++, mul(x, sin(x))), 0.7);
  expect(y).toBe(0.7 * Math.sin(0.7));
  expect(again(2)).toBe(2 * Math.sin(2));
  expect(runs).toBe(1);
});

test("a recorded gradient can be replayed, and differentiated again", () => {
  const [, slope] = replay(grad(sin), 0.7);
  expect(slope(2)).toBe(Math.cos(2));
  expect(grad((x: number) => slope(mul(x, x)))(0.5)).toBeCloseTo(-Math.sin(0.25), 15);
});

test("a replay that was made inside scoped is refused afterwards: its record has gone with the memory", () => {
  let again: ((x: Cell) => Cell) | undefined;
  const inside = scoped((x: Cell) => {
    const known = times(x, new Cell([3]));
    again = replayCells((y: Cell) => times(y, known), x)[1];
    return again(new Cell([10]));
  });
  expect(inside(new Cell([2]))).toEqual(new Cell([60]));
  overwrite();
  expect(() => again!(new Cell([10]))).toThrow(
    "again: expected a call while the scoped function that made it runs, got a later one. Call replay outside scoped.",
  );
});
