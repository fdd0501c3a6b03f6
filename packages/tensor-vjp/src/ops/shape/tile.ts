/** An array laid out again and again. */
import { ValueError } from "../../errors.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { ranked } from "../../ranked.js";
import { repeated } from "../../primitives/shape/tile-and-repeat.js";

/**
 * `x` laid end to end reps[a] times along axis a; a shorter list counts from the last axis, a longer one adds axes in
 * front. Linear. Throws ValueError for repetitions that are no whole numbers of 0 or more.
 */
export function tile(x: Tensor, reps: number | readonly number[]): Nd {
  const laps = typeof reps === "number" ? [reps] : reps;
  if (!laps.every((n) => Number.isInteger(n) && n >= 0))
    throw new ValueError(
      `tile: expected repetitions of 0 or more, got ${bracket(laps)}. Give whole numbers.`,
    );
  const missing = Math.max(0, shapeOf(x, "tile").length - laps.length);
  const all = [...new Array<number>(missing).fill(1), ...laps];
  return ranked(
    repeated(
      x,
      all.map((n) => ({ laps: n, times: 1 })),
    ),
  );
}
