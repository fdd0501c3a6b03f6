/** Functions of numbers applied entry by entry: for special functions, for which backends have no kernels. */
import type { Primitive } from "@ndgrad/core";
import { define } from "../../primitive.js";
import type { Derivative } from "../../primitive.js";
import { scratch } from "../../scope.js";
import { ArgumentError, withErrorName, tooMany } from "../../errors.js";
import { broadcastShapes } from "../../shape.js";
import { asNd, numberOf, shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { broadcastView } from "../../views.js";
import { broadcasting } from "../batching.js";
import { expandLike, unbroadcast } from "../shape/broadcast.js";

/** g·∂f/∂xᵢ from `g`, the answer and the arguments, in any shape that broadcasts to that of the answer. */
export type Slope = (g: Tensor, ans: Tensor, ...xs: Tensor[]) => Tensor;

/** `A` names the arguments: `ScalarFunction<[a: Tensor, x: Tensor]>`. */
export type ScalarFunction<A extends readonly Tensor[]> = ((...xs: A) => Tensor) & {
  readonly primitive: Primitive;
};

/**
 * The op that applies `f` to the entries of its arguments, broadcasting: one slope per argument, which serves both
 * modes, since the derivative of an elementwise map is diagonal.
 */
export function scalarFunction<A extends readonly Tensor[]>(
  name: string,
  f: (...xs: number[]) => number,
  ...slopes: readonly Slope[]
): ScalarFunction<A> {
  const derivative: Derivative<readonly Tensor[], Tensor> = {
    vjp: slopes.map(
      (slope, i) =>
        (g, ans, ...xs) =>
          unbroadcast(slope(g, ans, ...xs), xs[i]!),
    ),
    jvp: slopes.map(
      (slope) =>
        (t, ans, ...xs) =>
          expandLike(slope(t, ans, ...xs), ans),
    ),
  };
  const impl = (...xs: readonly Tensor[]): Tensor =>
    withErrorName(name, () => {
      if (xs.length > slopes.length) throw tooMany(slopes.length, xs.length - slopes.length);
      return evaluate(f, xs);
    });
  const fn = define(name, impl, { derivative, batching: broadcasting });
  // The declared type of the constant names the arguments, one for each slope.
  return fn;
}

function evaluate(f: (...xs: number[]) => number, xs: readonly Tensor[]): Tensor {
  const shape = broadcastShapes(...xs.map((x) => shapeOf(x)));
  if (shape.length === 0) return f(...xs.map(numberOf));
  const out = scratch(shape);
  const views = xs.map((x) => broadcastView(asNd(x), shape));
  const at = views.map((v) => v.offset);
  const index = shape.map(() => 0);
  for (let k = 0; k < out.data.length; k++) {
    out.data[k] = f(...views.map((v, i) => v.data[at[i]!]!));
    advance(index, shape, views, at);
  }
  return out;
}

/** Step `index` in row-major order, and the positions `at` in the data of `views` with it. */
function advance(index: number[], shape: readonly number[], views: readonly Nd[], at: number[]): void {
  for (let a = index.length - 1; a >= 0; a--) {
    index[a]!++;
    views.forEach((v, i) => (at[i]! += v.stride[a]!));
    if (index[a]! < shape[a]!) return;
    views.forEach((v, i) => (at[i]! -= v.stride[a]! * shape[a]!));
    index[a] = 0;
  }
}

/** The slope for an argument without a derivative: an error rather than a silent 0. */
export function constantIn(op: string, argument: string): Slope {
  return () => {
    throw new ArgumentError(
      `${op}: expected a constant ${argument}, got one that is differentiated. There is no rule for it. ` +
        `Pass stopGradient(${argument}).`,
    );
  };
}
