/** Arrays repeated end to end. */
import { method } from "../../method.js";
import { ValueError } from "../../errors.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { asArray } from "../../as-array.js";
import { repeatAxes } from "../../primitives/shape/tile-and-repeat.js";

/**
 * `x` repeated end to end reps[a] times along axis a; a shorter list is for the last axes, a longer one adds axes in front.
 * Linear. Throws ValueError for repetitions that are not whole numbers of 0 or more.
 */
export const tile: (x: Tensor, reps: number | readonly number[]) => Nd = method("tile", (x, reps) => {
  const laps = typeof reps === "number" ? [reps] : reps;
  if (!laps.every((n) => Number.isInteger(n) && n >= 0))
    throw new ValueError(`expected repetitions of 0 or more, got ${bracket(laps)}. Give whole numbers.`);
  const missing = Math.max(0, shapeOf(x).length - laps.length);
  const all = [...new Array<number>(missing).fill(1), ...laps];
  return asArray(
    repeatAxes(
      x,
      all.map((n) => ({ laps: n, times: 1 })),
    ),
  );
});
