/** Plans by length. */
import { keepPlans } from "../../src/fft/plans.js";

test("a plan is made once, and made again only after others have taken its place", () => {
  const made: number[] = [];
  const planFor = keepPlans((n) => {
    made.push(n);
    return { n };
  });
  const first = planFor(1000);
  expect(planFor(1000)).toBe(first);
  planFor(2 ** 20);
  expect(planFor(1000)).toBe(first);
  // More than the cache holds: the older plans are dropped.
  planFor(2 ** 22);
  expect(planFor(2 ** 22).n).toBe(2 ** 22);
  expect(planFor(1000)).not.toBe(first);
  expect(made).toEqual([1000, 2 ** 20, 2 ** 22, 1000]);
});
