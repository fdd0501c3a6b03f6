/** Fixed points, differentiated by the implicit function theorem rather than through the iterations. */
import { ConvergenceError } from "../errors.js";
import { spaceOf } from "../kinds.js";
import { unflatten } from "../tree.js";
import type { Boundary } from "./boundary.js";
import { withRules } from "./custom.js";
import type { Fn } from "./recording.js";
import { derivativeAlong, vjp } from "./vjp.js";

type List = readonly unknown[];

export interface FixedPointOptions {
  /** Stop when a step moves by no more than this, relative to the size of x or to 1. */
  readonly tolerance?: number;
  readonly maxIterations?: number;
}

/**
 * x with x = step(params, x), iterated from `start`. Differentiable in `params` to any order and in both modes: the
 * cotangent λ = g + λ·∂step/∂x and the tangent ẋ = ∂step/∂params·ṗ + ∂step/∂x·ẋ are fixed points themselves.
 * Throws ConvergenceError where the iteration does not settle.
 */
export function fixedPoint(
  boundary: Boundary,
  step: Fn,
  params: unknown,
  start: unknown,
  options: FixedPointOptions,
): unknown {
  const again = (f: Fn, p: unknown, from: unknown): unknown => fixedPoint(boundary, f, p, from, options);
  const solve = (p: unknown): unknown => iterate(boundary, (x) => step(p, x), start, options);
  return withRules(boundary, "fixedPoint", solve, {
    vjp: (g, x, p) => {
      const adjoint: Fn = (known, u) => {
        const [pk, xk, gk] = known as List;
        return sumOf(boundary, gk, (vjp(boundary, step, [pk, xk])[1](u) as List)[1]);
      };
      return [(vjp(boundary, step, [p, x])[1](again(adjoint, [p, x, g], g)) as List)[0]];
    },
    jvp: ([tp], x, p) => {
      const tangent: Fn = (known, t) => {
        const [pk, xk, tk] = known as List;
        return derivativeAlong(boundary, step, [pk, xk], [tk, t]);
      };
      return again(tangent, [p, x, tp], boundary.zerosOf(x));
    },
  })(params);
}

function iterate(boundary: Boundary, step: Fn, start: unknown, options: FixedPointOptions): unknown {
  const { tolerance = 1e-13, maxIterations = 10000 } = options;
  let x = start;
  let moved = Infinity;
  for (let i = 0; i < maxIterations; i++) {
    const next = step(x);
    moved = distance(boundary, next, x);
    x = next;
    if (moved <= tolerance) return x;
  }
  throw new ConvergenceError(
    `fixedPoint: expected to settle within ${maxIterations} iterations, got a last step of ${moved.toExponential(1)} > ${tolerance}. ` +
      `Start nearer, damp the step, or allow more iterations or a larger tolerance.`,
  );
}

/** |next − x| over the larger of |x| and 1. */
function distance(boundary: Boundary, next: unknown, x: unknown): number {
  const before = boundary.flatten(x).values;
  let [moved, size] = [0, 0];
  boundary.flatten(next).values.forEach((v, k) => {
    const space = spaceOf(boundary.spaces, "fixedPoint", v);
    const change = space.add(v, space.scale(-1, before[k]));
    moved += space.inner(change, change);
    size += space.inner(v, v);
  });
  return Math.sqrt(moved) / Math.max(1, Math.sqrt(size));
}

function sumOf(boundary: Boundary, x: unknown, y: unknown): unknown {
  const { form, values } = boundary.flatten(x);
  const others = boundary.flatten(y).values;
  return unflatten(form, values.map((v, k) => spaceOf(boundary.spaces, "fixedPoint", v).add(v, others[k]))); // prettier-ignore
}
