/** Products that sum over axes: NumPy's dot, inner, outer, tensordot and vdot. */
import { method } from "../../method.js";
import { ShapeError } from "../../errors.js";
import { bracket, normalizeAxis } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { mul } from "../../primitives/elementwise/arithmetic.js";
import { contract } from "./labelled.js";
import { reshape } from "../shape/reshape.js";
import { sum } from "../reduce/sum.js";

export interface TensordotOptions {
  /** How many axes to sum over (the last ones of `a`, the first ones of `b`), or lists of axes of `a` and `b`. 2 by default. */
  readonly axes?: number | readonly [number | readonly number[], number | readonly number[]];
}

/**
 * Sum of products over pairs of axes. Shapes: the other axes of `a`, then the other axes of `b`. Bilinear.
 * Throws ShapeError where paired sizes differ, AxisError for an axis out of range.
 */
export const tensordot: (a: Tensor, b: Tensor, options?: TensordotOptions) => Tensor = method(
  "tensordot",
  { axes: 2 },
  (a, b, { axes }) => {
    const [s, t] = [shapeOf(a), shapeOf(b)];
    const [as, bs] =
      typeof axes === "number"
        ? [
            Array.from({ length: axes }, (_, i) => s.length - axes + i),
            Array.from({ length: axes }, (_, i) => i),
          ]
        : [[axes[0]].flat(), [axes[1]].flat()];
    return contractAxes(a, as.map((x) => normalizeAxis(x, s.length)), b, bs.map((x) => normalizeAxis(x, t.length))); // prettier-ignore
  },
);

/** Sum of products over the axes `as` of `a` paired with `bs` of `b`. */
function contractAxes(a: Tensor, as: readonly number[], b: Tensor, bs: readonly number[]): Tensor {
  const [s, t] = [shapeOf(a), shapeOf(b)];
  if (as.length !== bs.length || as.some((axis, i) => s[axis] !== t[bs[i]!]))
    throw new ShapeError(
      `expected equal sizes along the summed axes, got ${bracket(s)} (axes ${bracket(as)}) and ${bracket(t)} (axes ${bracket(bs)}). ` +
        `Transpose one of them, or name other axes.`,
    );
  const left = s.map((_, i) => (as.includes(i) ? `sum${as.indexOf(i)}` : `a${i}`));
  const right = t.map((_, i) => (bs.includes(i) ? `sum${bs.indexOf(i)}` : `b${i}`));
  const keep = new Set([...left, ...right].filter((label) => !label.startsWith("sum")));
  return contract({ x: a, labels: left }, { x: b, labels: right }, keep).x;
}

/**
 * NumPy's dot: the sum over the last axis of `a` and the second to last of `b` (the only one of a vector); a plain product
 * where either is a number. Shapes: [..., k] · [..., k, n]. Bilinear. Throws ShapeError where sizes differ.
 */
export const dot: (a: Tensor, b: Tensor) => Tensor = method("dot", (a, b) => {
  const [r, q] = [shapeOf(a).length, shapeOf(b).length];
  return r === 0 || q === 0 ? mul(a, b) : contractAxes(a, [r - 1], b, [Math.max(q - 2, 0)]);
});

/** Sum over the last axis of both; a plain product where either is a number. Bilinear. Throws ShapeError where sizes differ. */
export const inner: (a: Tensor, b: Tensor) => Tensor = method("inner", (a, b) => {
  const [r, q] = [shapeOf(a).length, shapeOf(b).length];
  return r === 0 || q === 0 ? mul(a, b) : contractAxes(a, [r - 1], b, [q - 1]);
});

/** Sum of products along one axis, the last by default; the others broadcast. Bilinear. Throws ShapeError where its sizes differ. */
export const vecdot: (a: Tensor, b: Tensor, options?: VecdotOptions) => Tensor = method(
  "vecdot",
  { axis: -1 },
  (a, b, { axis }) => {
    const [s, t] = [shapeOf(a), shapeOf(b)];
    const [n, m] = [s[normalizeAxis(axis, s.length)], t[normalizeAxis(axis, t.length)]];
    if (n !== m)
      throw new ShapeError(
        `expected equal sizes along axis ${axis}, got ${bracket(s)} and ${bracket(t)}. Name another axis.`,
      );
    return sum(mul(a, b), { axis });
  },
);

export interface VecdotOptions {
  readonly axis?: number | undefined;
}

/** All products of an entry of `a` with one of `b`, both raveled. Shapes: [m], [n] → [m, n]. Bilinear. */
export const outer: (a: Tensor, b: Tensor) => Tensor = method("outer", (a, b) =>
  mul(reshape(a, [-1, 1]), reshape(b, [1, -1])),
);

/** Sum of the products of entries, both raveled. Bilinear. Throws ShapeError where sizes differ. */
export const vdot: (a: Tensor, b: Tensor) => number = method("vdot", (a, b) => {
  // The dot product of two vectors has rank 0.
  return dot(reshape(a, [-1]), reshape(b, [-1])) as number;
});
