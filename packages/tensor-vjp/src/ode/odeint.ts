/** Ordinary differential equations, differentiable in the start, the times and the parameters. */
import { Container, TracedValueError } from "@ndgrad/core";
import { ShapeError, ValueError } from "../errors.js";
import { add, mul, neg, sub } from "../primitives/elementwise/arithmetic.js";
import { array } from "../ops/create/array.js";
import { at } from "../ops/index/at.js";
import { slice } from "../ops/index/expression.js";
import { concatenate, stack } from "../ops/shape/join.js";
import { dot } from "../ops/products/vector-products.js";
import { bracket } from "../shape.js";
import { empty, ndarray, shapeOf } from "../tensor.js";
import type { Nd, Tensor } from "../tensor.js";
import { customVjp, jvp, vjp } from "../transforms.js";
import { dormandPrince } from "./dormand-prince.js";
import type { StepOptions } from "./dormand-prince.js";
import { packing } from "./vector.js";

export type OdeOptions = StepOptions;

/** The tree `Y` with an axis of times before those of each tensor. */
export type OverTime<Y> = Y extends Tensor ? Nd : { readonly [K in keyof Y]: OverTime<Y[K]> };

/**
 * The solution of dy/dt = f(y, t, params), y(ts[0]) = y0, at all of `ts`, which ascend or descend. `y0` and `params` are
 * trees of tensors; the result is a tree like `y0`, with each tensor [...s] as [ts.length, ...s].
 *
 * Differentiable in y0, ts and params, in both modes and to any order, without storing the steps: the cotangent follows the
 * adjoint equation backwards, the tangent the variational equation, both solved to the same tolerances. Everything that is
 * to be differentiated inside `f` must reach it through `params`.
 *
 * Throws ValueError for times out of order, ShapeError where `f` does not have the form of `y0`, ConvergenceError where the
 * tolerances can't be met. Sources: Pontryagin 1962 for the adjoint; Chen et al. 2018, appendix B and C.
 */
export function odeint<Y, P>(
  f: (y: Y, t: number, params: P) => Y,
  y0: Y,
  ts: Tensor | readonly number[],
  params: P,
  options: OdeOptions = {},
): OverTime<Y> {
  const times = isList(ts) ? array(ts) : ts;
  if (shapeOf(times).length !== 1 || shapeOf(times)[0] === 0)
    throw new ShapeError(
      `odeint: expected a vector of times, got ${bracket(shapeOf(times))}. Give the time of y0 first.`,
    );
  const states = packing(y0);
  const known = packing(params);
  const field: Field = (y, t, p) => states.pack(f(states.unpack(y), t, known.unpack(p)));
  const ys = solver(field, options)(states.pack(y0), times, known.pack(params));
  return states.unpackRows(ys) as OverTime<Y>;
}

function isList(ts: Tensor | readonly number[]): ts is readonly number[] {
  return Array.isArray(ts);
}

/** The slope of a packed state, with one vector of parameters. */
type Field = (y: Tensor, t: number, p: Tensor) => Nd;
/** [T, n] from y0 [n], times [T] and parameters. */
type Solve = (y0: Tensor, ts: Tensor, p: Tensor) => Tensor;

function solver(field: Field, options: OdeOptions): Solve {
  const solve: Solve = (y0, ts, p) => integrate(field, y0 as Nd, ts as Nd, p, options);
  return customVjp(
    solve,
    (g, ys, _y0, ts, p) => adjoint(field, options, g, ys, ts, p),
    ([ty, tt, tp], ys, y0, ts, p) => variation(field, options, [ty, tt, tp], ys, y0, ts, p),
  );
}

function integrate(field: Field, y0: Nd, ts: Nd, p: Tensor, options: OdeOptions): Nd {
  const n = y0.shape[0]!;
  const times = Array.from({ length: ts.shape[0]! }, (_, i) => ts.get(i));
  checkTimes(times);
  const slope = (t: number, y: Float64Array): Float64Array => {
    const v = field(ndarray(y, [n]), t, p);
    if (v instanceof Container)
      throw new TracedValueError(
        "odeint: expected a slope made from y, t and params, got one that holds another traced value. Put it into params.",
      );
    if (v.shape[0] === n) return v.data;
    throw new ShapeError(
      `odeint: expected a slope of the form of y0 (${n} entries), got ${v.shape[0]} entries. Return dy/dt for each entry.`,
    );
  };
  // What `pack` gives is contiguous.
  const start = y0.data.slice(y0.offset, y0.offset + n);
  const out = empty([times.length, n]);
  dormandPrince(slope, start, times, options).forEach((y, i) => out.data.set(y, i * n));
  return out;
}

function checkTimes(times: readonly number[]): void {
  const direction = Math.sign(times.at(-1)! - times[0]!);
  const turn = times.findIndex((t, i) => i > 0 && !(Math.sign(t - times[i - 1]!) * direction >= 0));
  if (turn >= 0 || !times.every(Number.isFinite))
    throw new ValueError(
      `odeint: expected finite times in order, got ${times[turn]} at position ${turn}. Sort them up or down.`,
    );
}

/** Cotangents of y0, ts and p, from each time back to the one before. The state is y, its cotangent λ, and that of p. */
function adjoint(
  field: Field,
  options: OdeOptions,
  g: Tensor,
  ys: Tensor,
  ts: Tensor,
  p: Tensor,
): [Tensor, Tensor, Tensor] {
  const [count = 0, n = 0] = shapeOf(ys);
  const back = solver((z, t, q) => {
    const [v, pull] = vjp((y: Tensor, r: Tensor) => field(y, t, r), at(z, slice(0, n)), q);
    const [gy, gq] = pull(at(z, slice(n, 2 * n)) as Nd);
    return concatenate([v, neg(gy), neg(gq)]);
  }, options);
  const slopeAt = (i: number): Nd => field(at(ys, i), at(ts, i) as number, p);
  let lambda = mul(at(g, 0), 0);
  let gp = mul(p, 0);
  const gts: Tensor[] = [];
  for (let i = count - 1; i > 0; i--) {
    const gi = at(g, i);
    gts.unshift(dot(gi, slopeAt(i)));
    const end = concatenate([at(ys, i), add(lambda, gi), gp]);
    const z = at(back(end, stack([at(ts, i), at(ts, i - 1)]), p), 1);
    lambda = at(z, slice(n, 2 * n));
    gp = at(z, slice(2 * n));
  }
  gts.unshift(neg(dot(lambda, slopeAt(0))));
  return [add(lambda, at(g, 0)), stack(gts), gp];
}

/** The tangent. The state is y and its variation, which starts from that of y0, corrected for a moving first time. */
function variation(
  field: Field,
  options: OdeOptions,
  [ty, tt, tp]: readonly Tensor[],
  ys: Tensor,
  y0: Tensor,
  ts: Tensor,
  p: Tensor,
): Tensor {
  const [count = 0, n = 0] = shapeOf(ys);
  const m = shapeOf(p)[0]!;
  const forth = solver((z, t, q) => {
    const [y, d] = [at(z, slice(0, n)), at(z, slice(n))];
    const [r, tr] = [at(q, slice(0, m)), at(q, slice(m))];
    const [v, dv] = jvp((x: Tensor, s: Tensor) => field(x, t, s), [y, r], [d, tr]);
    return concatenate([v, dv]);
  }, options);
  const shift = (i: number): Tensor => mul(field(at(ys, i), at(ts, i) as number, p), at(tt!, i));
  const start = concatenate([y0, sub(ty!, shift(0))]);
  const zs = forth(start, ts, concatenate([p, tp!]));
  const shifts = stack(Array.from({ length: count }, (_, i) => shift(i)));
  return add(at(zs, [slice(), slice(n)]), shifts);
}
