/** Evenly spaced numbers. */
import { method } from "../../method.js";
import { ValueError } from "../../errors.js";
import { ndarray, shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { add, div, mul, sub } from "../../primitives/elementwise/arithmetic.js";
import { broadcastTo } from "../../primitives/shape/broadcast.js";
import { concatenate } from "../shape/join.js";
import { asArray } from "../../as-array.js";
import { reshape } from "../shape/reshape.js";

export interface Arange {
  (stop: number): Nd;
  (start: number, stop: number, step?: number): Nd;
}

/**
 * start, start + step, … up to but not including `stop`; `arange(n)` is 0 … n − 1. A constant, never in a graph.
 * Throws ValueError for a step of 0 or a bound that is not finite.
 */
export const arange: Arange = method("arange", (first: number, second?: number, given?: number) => {
  const step = given ?? 1;
  const [start, stop] = second === undefined ? [0, first] : [first, second];
  const n = Math.max(0, Math.ceil((stop - start) / step));
  if (Number.isFinite(n) && step !== 0)
    return ndarray(
      Float64Array.from({ length: n }, (_, i) => start + i * step),
      [n],
    );
  throw new ValueError(
    `expected finite bounds and a step other than 0, got ${start}, ${stop}, ${step}. ` +
      `Use linspace for a number of points.`,
  );
});

/** Whether `stop` is the last point; otherwise it would be the next one. */
export interface LinspaceOptions {
  readonly endpoint?: boolean | undefined;
}

/**
 * `n` evenly spaced points from `start` to `stop`, 50 by default, both ends exact. Shapes: numbers → [n]; arrays that
 * broadcast to s → [n, ...s]. Linear in `start` and `stop`. Throws ValueError unless `n` is a whole number of 0 or more.
 */
export const linspace: (start: Tensor, stop: Tensor, n?: number, options?: LinspaceOptions) => Nd = method(
  "linspace",
  { endpoint: true },
  (start, stop, count, { endpoint }) => {
    const n = count ?? 50;
    if (!(Number.isInteger(n) && n >= 0))
      throw new ValueError(`expected 0 points or more, got ${n}. Give a whole number.`);
    const width = sub(stop, start);
    const shape = shapeOf(width);
    // The last point is `stop` itself: a sum of steps may miss it by a rounding error.
    const summed = endpoint && n > 1 ? n - 1 : n;
    const steps = reshape(arange(summed), [summed, ...shape.map(() => 1)]);
    const points = asArray(add(start, mul(steps, div(width, Math.max(endpoint ? n - 1 : n, 1)))));
    return summed === n ? points : concatenate([points, broadcastTo(stop, [1, ...shape])]);
  },
);
