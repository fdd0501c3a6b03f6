/** Real-linear ops on complex arrays: each applies the op of the same name to both parts. */
import { broadcastTo as broadcastToReal } from "../primitives/shape/broadcast.js";
import {
  expandDims as expandDimsReal,
  ravel as ravelReal,
  squeeze as squeezeReal,
} from "../ops/shape/dimensions.js";
import { trace as traceReal } from "../ops/shape/diagonal.js";
import { at as atReal } from "../ops/index/at.js";
import type { Index } from "../ops/index/expression.js";
import { concatenate as concatenateReal, stack as stackReal } from "../ops/shape/join.js";
import { method, variadic } from "../method.js";
import { mean as meanReal } from "../ops/reduce/mean.js";
import type { ReduceOp, ReduceOptions } from "../ops/reduce/reduction.js";
import { reshape as reshapeReal } from "../ops/shape/reshape.js";
import { sum as sumReal } from "../ops/reduce/sum.js";
import { moveaxis as moveaxisReal, swapaxes as swapaxesReal, transpose as transposeReal } from "../ops/shape/transpose.js"; // prettier-ignore
import { where as whereReal } from "../ops/elementwise/where.js";
import type { Mask, Nd, Tensor } from "../tensor.js";
import { Complex, toComplex } from "./complex.js";
import type { ComplexLike } from "./complex.js";

/** `f` on both parts of its first argument. */
function onParts<A extends readonly unknown[], T extends Tensor>(
  op: string,
  f: (x: Tensor, ...rest: A) => T,
): (z: ComplexLike, ...rest: A) => Complex<T> {
  return variadic(op, (z, ...rest) => {
    const { re, im } = toComplex(z);
    return new Complex(f(re, ...rest), f(im, ...rest));
  });
}

/** `f` on the parts of a list. */
function onLists<O>(
  op: string,
  f: (xs: Tensor[], options?: O) => Nd,
): (zs: readonly ComplexLike[], options?: O) => Complex<Nd> {
  return method(op, (zs, options) => {
    const all = zs.map((z) => toComplex(z));
    const of = (part: "re" | "im"): Nd => f(all.map((z) => z[part]), options); // prettier-ignore
    return new Complex(of("re"), of("im"));
  });
}

/** A reduction over all axes gives a complex number. */
interface ComplexReduce {
  (
    z: ComplexLike,
    options?: { readonly axis?: null | undefined; readonly keepdims?: false | undefined },
  ): Complex<number>;
  (z: ComplexLike, options?: ReduceOptions): Complex;
}

function reduction(op: string, f: ReduceOp): ComplexReduce {
  const parts = onParts(op, (x, options?: ReduceOptions) => f(x, options));
  // Over all axes, without keepdims, the parts have rank 0: they are numbers.
  return parts as ComplexReduce;
}

/** Sum along `axis`, all axes by default. Throws AxisError, ValueError for an axis named twice. */
export const sum = reduction("sum", sumReal);

/** Mean along `axis`, all axes by default; empty: NaN. Throws AxisError, ValueError for an axis named twice. */
export const mean = reduction("mean", meanReal);

/** The same entries in another shape: see `reshape` of the main package. Throws ShapeError, ValueError. */
export const reshape = onParts("reshape", reshapeReal);

/** All entries in a vector, row-major. */
export const ravel = onParts("ravel", ravelReal);

/** Axes in another order, not conjugated. Throws AxisError, ValueError. */
export const transpose = onParts("transpose", transposeReal);

/** Two axes swapped, not conjugated. Throws AxisError. */
export const swapaxes = onParts("swapaxes", swapaxesReal);

/** Axes moved to other positions. Throws AxisError, ValueError. */
export const moveaxis = onParts("moveaxis", moveaxisReal);

/** With a new axis of size 1. Throws AxisError. */
export const expandDims = onParts("expandDims", expandDimsReal);

/** Without axes of size 1. Throws AxisError, ShapeError. */
export const squeeze = onParts("squeeze", squeezeReal);

/** Repeated to a shape. Throws ShapeError. */
export const broadcastTo = onParts<[shape: readonly number[]], Tensor>("broadcastTo", (x, shape) => broadcastToReal(x, shape)); // prettier-ignore

/** Sum along a diagonal. */
export const trace = onParts("trace", traceReal);

/** The entries at an index, as `at` of the main package. Throws IndexError. */
export const at = onParts<[index: Index], Tensor>("at", atReal);

/** Arrays joined along an axis. Throws ShapeError, AxisError. */
export const concatenate = onLists("concatenate", concatenateReal);

/** Arrays joined along a new axis. Throws ShapeError, AxisError. */
export const stack = onLists("stack", stackReal);

/** `z` where `condition` holds, else `w`, all three broadcasting. */
export const where: (condition: Mask | Tensor, z: ComplexLike, w: ComplexLike) => Complex = method(
  "where",
  (condition, z, w) => {
    const [a, b] = [toComplex(z), toComplex(w)];
    return new Complex(whereReal(condition, a.re, b.re), whereReal(condition, a.im, b.im));
  },
);
