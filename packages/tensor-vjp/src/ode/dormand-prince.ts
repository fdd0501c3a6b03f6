/** The adaptive Runge–Kutta method of Dormand and Prince, on plain vectors. */
import { ConvergenceError } from "@ndgrad/core";

/** The slope at `t` and `y`. It must not keep `y`. */
export type Slope = (t: number, y: Float64Array) => Float64Array;

export interface StepOptions {
  /** Error allowed in a step, relative to the size of each component. */
  readonly rtol?: number | undefined;
  /** Absolute error allowed in a step, in addition to the relative one. */
  readonly atol?: number | undefined;
  /** Steps allowed between the first and the last time. */
  readonly maxSteps?: number | undefined;
}

/** Times of the stages after the first, as fractions of the step; the last one is its end, where the next step begins. */
const C = [1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1];
/** Weights of the earlier slopes in each stage; those of the last stage give the answer of order 5. */
const A = [
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
/** Weights of the slopes in the difference between the answers of order 5 and 4: the error estimate. */
const E = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];

/**
 * y at each of `ts`, which ascend or descend from the first, where y is `y0`. A step ends at each time, so the answers have
 * the accuracy of the steps. Throws ConvergenceError when the steps become too small or too many.
 * Source: Dormand & Prince 1980; step control of Hairer, Nørsett & Wanner 1993, section II.4.
 */
export function dormandPrince(
  slope: Slope,
  y0: Float64Array,
  ts: ArrayLike<number>,
  { rtol = 1.4e-8, atol = 1.4e-8, maxSteps = 100_000 }: StepOptions = {},
): Float64Array[] {
  const norm = (v: Float64Array, a: Float64Array, b: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < v.length; i++)
      sum += (v[i]! / (atol + rtol * Math.max(Math.abs(a[i]!), Math.abs(b[i]!)))) ** 2;
    return v.length === 0 ? 0 : Math.sqrt(sum / v.length);
  };
  let t = ts[0]!;
  let y = y0;
  let first = slope(t, y);
  const direction = Math.sign(ts[ts.length - 1]! - t);
  let h = direction * firstStep(slope, t, y, first, direction, norm);
  let left = maxSteps;
  return Array.from(ts, (end) => {
    while (t !== end) {
      if (left-- === 0)
        throw failure(`${maxSteps} steps`, t, "Allow more with maxSteps, or a larger tolerance");
      if (!(Math.abs(h) > 2 ** -50 * Math.abs(t)))
        throw failure(`a step of ${h}`, t, "Is the slope finite there, or the problem stiff?");
      const isLast = Math.abs(end - t) <= Math.abs(h);
      const size = isLast ? end - t : h;
      const { next, slopes, error } = step(slope, t, y, first, size);
      const off = norm(error, y, next);
      const proposed = size * (off >= 0 ? Math.min(10, Math.max(0.2, 0.9 * off ** -0.2)) : 0.2);
      if (off <= 1) {
        t = isLast ? end : t + size;
        y = next;
        first = slopes[6]!;
      }
      // A step that was cut short to end at a time is no reason to shorten the next one.
      if (!(off <= 1 && isLast && Math.abs(proposed) < Math.abs(h))) h = proposed;
    }
    return y.slice();
  });
}

function step(slope: Slope, t: number, y: Float64Array, first: Float64Array, h: number) {
  const slopes = [first];
  let next = y;
  A.forEach((weights, s) => {
    next = advance(y, h, weights, slopes);
    slopes.push(slope(t + C[s]! * h, next));
  });
  return { next, slopes, error: advance(new Float64Array(y.length), h, E, slopes) };
}

/** y + h Σ weights·slopes. */
function advance(
  y: Float64Array,
  h: number,
  weights: readonly number[],
  slopes: readonly Float64Array[],
): Float64Array {
  return y.map((v, i) => {
    let sum = 0;
    for (let s = 0; s < weights.length; s++) sum += weights[s]! * slopes[s]![i]!;
    return v + h * sum;
  });
}

/** A first step that is likely to meet the tolerance. */
function firstStep(
  slope: Slope,
  t: number,
  y: Float64Array,
  first: Float64Array,
  direction: number,
  norm: (v: Float64Array, a: Float64Array, b: Float64Array) => number,
): number {
  const [size, speed] = [norm(y, y, y), norm(first, y, y)];
  const h0 = size < 1e-5 || speed < 1e-5 ? 1e-6 : (0.01 * size) / speed;
  const second = slope(t + direction * h0, advance(y, direction * h0, [1], [first]));
  const bend =
    norm(
      second.map((v, i) => v - first[i]!),
      y,
      y,
    ) / h0;
  const most = Math.max(speed, bend);
  const h1 = most <= 1e-15 ? Math.max(1e-6, h0 * 1e-3) : (0.01 / most) ** 0.2;
  return Math.min(100 * h0, h1);
}

function failure(got: string, t: number, remedy: string): ConvergenceError {
  return new ConvergenceError(`odeint: expected to reach the last time, got ${got} at t = ${t}. ${remedy}.`);
}
