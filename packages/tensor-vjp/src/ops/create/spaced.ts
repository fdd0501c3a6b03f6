/** Evenly spaced numbers. */
import ndarray from "ndarray";
import { ValueError } from "../../errors.js";
import { checked } from "../../options.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { add, div, mul, sub } from "../../primitives/elementwise/arithmetic.js";
import { broadcastTo } from "../../primitives/shape/broadcast.js";
import { concatenate } from "../shape/join.js";
import { ranked } from "../../ranked.js";
import { reshape } from "../../primitives/shape/reshape.js";

/**
 * start, start + step, … up to and without `stop`; `arange(n)` is 0 … n − 1. A constant, in no graph.
 * Throws ValueError for a step of 0 or a bound that is not finite.
 */
export function arange(stop: number): Nd;
export function arange(start: number, stop: number, step?: number): Nd;
export function arange(first: number, second?: number, step = 1): Nd {
  const [start, stop] = second === undefined ? [0, first] : [first, second];
  const n = Math.max(0, Math.ceil((stop - start) / step));
  if (Number.isFinite(n) && step !== 0)
    return ndarray(
      Float64Array.from({ length: n }, (_, i) => start + i * step),
      [n],
    );
  throw new ValueError(
    `arange: expected finite bounds and a step other than 0, got ${start}, ${stop}, ${step}. ` +
      `Use linspace for a number of points.`,
  );
}

/** Whether `stop` is the last point; if not, it would be the next one. */
export interface LinspaceOptions {
  readonly endpoint?: boolean | undefined;
}

/**
 * `n` points from `start` to `stop` at equal distances, both ends exact. Shapes: numbers → [n]; arrays that broadcast to s
 * → [n, ...s]. Linear in `start` and `stop`. Throws ValueError for a number of points that is no whole number of 0 or more.
 */
export function linspace(start: Tensor, stop: Tensor, n = 50, options: LinspaceOptions = {}): Nd {
  const { endpoint = true } = checked("linspace", options, ["endpoint"]);
  if (!(Number.isInteger(n) && n >= 0))
    throw new ValueError(`linspace: expected 0 points or more, got ${n}. Give a whole number.`);
  const width = sub(stop, start);
  const shape = shapeOf(width);
  // The last point is `stop` itself: a sum of steps may miss it by a rounding.
  const summed = endpoint && n > 1 ? n - 1 : n;
  const steps = reshape(arange(summed), [summed, ...shape.map(() => 1)]);
  const points = ranked(add(start, mul(steps, div(width, Math.max(endpoint ? n - 1 : n, 1)))));
  return summed === n ? points : concatenate([points, broadcastTo(stop, [1, ...shape])]);
}
