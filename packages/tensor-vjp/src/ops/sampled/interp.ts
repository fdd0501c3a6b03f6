/** Piecewise linear functions through samples. */
import { method } from "../../method.js";
import { ShapeError, ValueError } from "../../errors.js";
import { bracket } from "../../shape.js";
import { ndarray, shapeOf } from "../../tensor.js";
import type { Indices, Tensor } from "../../tensor.js";
import { add, div, mul, sub } from "../../primitives/elementwise/arithmetic.js";
import { broadcastTo } from "../../primitives/shape/broadcast.js";
import { greater, less } from "../../primitives/elementwise/comparison.js";
import { at } from "../index/at.js";
import { slice } from "../index/expression.js";
import { take } from "../index/take.js";
import { concatenate } from "../shape/join.js";
import { argsort } from "../reduce/positions.js";
import { mod } from "../../primitives/elementwise/remainder.js";
import { cellOf, checkAscending } from "../../primitives/sampled/search.js";
import { where } from "../elementwise/where.js";

/** The values left and right of the samples, by default those at the ends; or the period of a periodic function. */
export interface InterpOptions {
  readonly left?: Tensor | undefined;
  readonly right?: Tensor | undefined;
  readonly period?: number | undefined;
}

/**
 * The values at `x` of the piecewise linear function through the samples (xp[i], fp[i]), xp strictly ascending. Shapes: x
 * any; xp, fp [n]. Differentiable in all three: at a sample the right derivative, at the last one the left derivative,
 * outside 0. With `period`, samples may come in any order.
 * Throws ShapeError unless xp and fp are vectors of one length, ValueError where they are empty or xp does not ascend.
 */
export const interp: (x: Tensor, xp: Tensor, fp: Tensor, options?: InterpOptions) => Tensor = method(
  "interp",
  { left: undefined, right: undefined, period: undefined },
  (x, xp, fp, { left, right, period }) => {
    const [s, t] = [shapeOf(xp), shapeOf(fp)];
    if (s.length !== 1 || t.length !== 1 || s[0] !== t[0])
      throw new ShapeError(
        `expected vectors of one length, got ${bracket(s)} and ${bracket(t)}. Give a value for each sample.`,
      );
    if (period !== undefined) return interpPeriodic(x, xp, fp, period);
    checkAscending(xp);
    const first = left ?? at(fp, 0);
    const last = right ?? at(fp, -1);
    const inside = s[0] === 1 ? broadcastTo(at(fp, 0), shapeOf(x)) : between(x, xp, fp);
    return where(less(x, at(xp, 0)), first, where(greater(x, at(xp, -1)), last, inside));
  },
);

/** The line through the two samples around `x`, weighted so that it meets both exactly. */
function between(x: Tensor, xp: Tensor, fp: Tensor): Tensor {
  const i = cellOf(xp, x);
  const j = next(i);
  const start = take(xp, i);
  const t = div(sub(x, start), sub(take(xp, j), start));
  return add(mul(sub(1, t), take(fp, i)), mul(t, take(fp, j)));
}

const next = (i: Indices): Indices =>
  typeof i === "number"
    ? i + 1
    : ndarray(
        i.data.map((k) => k + 1),
        i.shape.slice(),
      );

/** Interpolates in one period: its samples in order, with the last one repeated before them and the first one after. */
function interpPeriodic(x: Tensor, xp: Tensor, fp: Tensor, period: number): Tensor {
  if (!(period > 0))
    throw new ValueError(`expected a positive period, got ${period}. Omit it if there is none.`);
  const phases = mod(xp, period);
  const order = argsort(phases);
  const [xs, fs] = [take(phases, order), take(fp, order)];
  const around = (y: Tensor, step: number): Tensor =>
    concatenate([sub(at(y, slice(-1)), step), y, add(at(y, slice(0, 1)), step)]);
  return interp(mod(x, period), around(xs, period), around(fs, 0));
}
