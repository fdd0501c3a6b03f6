/** Fixed points, differentiated by the implicit function theorem instead of through the iterations. */
import type { Boundary } from "../transforms/boundary.js";
import { ConvergenceError } from "../errors/errors.js";
import type { Args } from "../primitive.js";
import type { Fn } from "../transforms/recording.js";
import { spaceOf } from "../space.js";
import { derivativeAlong } from "../transforms/jvp.js";
import { transform } from "../transforms/transform.js";
import { treePrimitive } from "../transforms/tree-primitive.js";
import { pullOf } from "../transforms/vjp.js";
import { unflatten } from "../tree/tree.js";

export interface FixedPointOptions {
  /** Stop when |step(x) − x| is at most this, relative to the larger of |x| and 1. */
  readonly tolerance?: number;
  readonly maxIterations?: number;
}

export interface FixedPointTransform {
  /**
   * The x with x = step(params, x), found by iteration from `start`. Differentiable in `params` to any order and in
   * both modes, by the implicit function theorem: the cotangent λ = g + λ·∂step/∂x and the tangent ẋ = ∂step/∂params·ṗ
   * + ∂step/∂x·ẋ are fixed points themselves. Whatever is differentiated must reach `step` through `params`.
   * Throws ConvergenceError if the iteration does not converge.
   * @example
   * const root = (a: number) => fixedPoint((p: number, x: number) => mul(0.5, add(x, div(p, x))), a, 1);
   * [root(2), grad(root)(2)]; // [√2, 1/(2√2)]
   */
  fixedPoint<P, X>(step: (params: P, x: X) => X, params: P, start: X, options?: FixedPointOptions): X;
}

export const fixedPoint = (boundary: Boundary): FixedPointTransform["fixedPoint"] =>
  transform("fixedPoint", (step, params: unknown, start: unknown, options: FixedPointOptions = {}) =>
    solve(boundary, step, params, start, options),
  );

function solve(
  boundary: Boundary,
  step: Fn,
  params: unknown,
  start: unknown,
  options: FixedPointOptions,
): unknown {
  // The start is an argument, so that it may be a traced value; the fixed point does not depend on it.
  const fixedPointOf: Fn = (p, from) => iterate(boundary, (x) => step(p, x), from, options);
  return treePrimitive(boundary, "fixedPoint", fixedPointOf, {
    vjp: (g, x, p) => {
      const adjoint: Fn = (known, u) => {
        const [pk, xk, gk] = known as Args;
        return addTrees(boundary, gk, pullOf(boundary, step, [pk, xk])[1](u)[1]);
      };
      const cotangent = solve(boundary, adjoint, [p, x, g], g, options);
      return [pullOf(boundary, step, [p, x])[1](cotangent)[0], null];
    },
    jvp: ([tp], x, p) => {
      const tangent: Fn = (known, t) => {
        const [pk, xk, tk] = known as Args;
        return derivativeAlong(boundary, step, [pk, xk], [tk, t]);
      };
      return solve(boundary, tangent, [p, x, tp], boundary.zerosOf(x), options);
    },
  })(params, start);
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
    `fixedPoint: expected to converge within ${maxIterations} iterations, got a last step of ${moved.toExponential(1)} > ${tolerance}. ` +
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

function addTrees(boundary: Boundary, x: unknown, y: unknown): unknown {
  const { treedef, values } = boundary.flatten(x);
  const others = boundary.flatten(y).values;
  return unflatten(treedef, values.map((v, k) => spaceOf(boundary.spaces, "fixedPoint", v).add(v, others[k]))); // prettier-ignore
}
