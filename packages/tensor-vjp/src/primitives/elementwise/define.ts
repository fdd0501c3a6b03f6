/** Makes elementwise primitives from the name of a kernel and one statement of the derivative for both modes. */
import type { Primitive } from "@ndgrad/core";
import {
  ArenaArray,
  binary as binaryMeaning,
  compare as compareMeaning,
  kernelNamed,
  unary as unaryMeaning,
  ndarray,
} from "@ndgrad/kernels";
import type { BinaryName, CompareName, Operand, UnaryName } from "@ndgrad/kernels";
import { nameError, tooMany } from "../../errors.js";
import { define, leadingAxis } from "../../primitive.js";
import type { Derivative } from "../../primitive.js";
import { constant, canAlias, scratch, scratchLike } from "../../scope.js";
import { broadcastPair, sameShape } from "../../shape.js";
import { numberOf, shapeOf, sizeOf } from "../../tensor.js";
import type { Broadcast, Mask, Shape, Shaped, Tensor } from "../../tensor.js";
import { broadcastView, isUniform } from "../../views.js";
import { broadcasting } from "../batching.js";
import { expandLike, unbroadcast } from "../shape/broadcast.js";

export interface UnaryOp {
  <X extends Tensor>(x: X): Shaped<X>;
  readonly primitive: Primitive;
}

export interface BinaryOp {
  <X extends Tensor, Y extends Tensor>(x: X, y: Y): Broadcast<X, Y>;
  readonly primitive: Primitive;
}

export interface CompareOp {
  (x: number, y: number): boolean;
  (x: Tensor, y: Tensor): Mask;
  readonly primitive: Primitive;
}

/** The derivative of an elementwise map is diagonal, so one function, `g` times f'(x), serves both modes. */
export type Times = (g: Tensor, ans: Tensor, x: Tensor) => Tensor;
type Times2 = (g: Tensor, ans: Tensor, x: Tensor, y: Tensor) => Tensor;

/** The elementwise op on the kernel `name`; `times` gives g·f'(x) from `g`, the answer and `x`. */
export function unary(name: UnaryName, times: Times): UnaryOp {
  return unaryOf(name, { vjp: [times], jvp: [times] });
}

/** A unary op that is constant wherever it is smooth: its result is plain and never in a graph. */
export function piecewiseConstant(name: UnaryName): UnaryOp {
  return unaryOf(name, null);
}

function unaryOf(name: UnaryName, derivative: Derivative<[x: Tensor], Tensor> | null): UnaryOp {
  return define(name, unaryImpl(name), { derivative, batching: leadingAxis }) as UnaryOp;
}

/** A broadcasting op that is constant wherever it is smooth: its result is plain and never in a graph. */
export function piecewiseConstant2(name: BinaryName): BinaryOp {
  return define(name, binaryImpl(name), { derivative: null, batching: broadcasting }) as BinaryOp;
}

/** The number that, as left or right operand, returns the other operand unchanged to the last bit. */
interface Neutral {
  readonly left?: number;
  readonly right?: number;
}

/**
 * The broadcasting op on the kernel `name`; `dx` and `dy` give g·∂f/∂x and g·∂f/∂y in the shape of the answer or of `g`;
 * `null` for dy where that is 0 everywhere.
 */
export function binary(name: BinaryName, dx: Times2, dy: Times2 | null, neutral: Neutral = {}): BinaryOp {
  const derivative: Derivative<[x: Tensor, y: Tensor], Tensor> = {
    vjp: [
      (g, ans, x, y) => unbroadcast(dx(g, ans, x, y), x),
      dy && ((g, ans, x, y) => unbroadcast(dy(g, ans, x, y), y)),
    ],
    jvp: [
      (t, ans, x, y) => expandLike(dx(t, ans, x, y), ans),
      dy && ((t, ans, x, y) => expandLike(dy(t, ans, x, y), ans)),
    ],
  };
  return define(name, binaryImpl(name, neutral), { derivative, batching: broadcasting }) as BinaryOp;
}

/** A comparison: a boolean for two numbers, else an array of 0 and 1; never in a graph. */
export function comparison(name: CompareName): CompareOp {
  const f = compareMeaning[name];
  const kernel = kernelNamed(name);
  const impl = (x: Tensor, y: Tensor, ...more: unknown[]): Mask => {
    if (more.length > 0) throw nameError(tooMany(2, more.length), name);
    const shape = shapeOfPair(name, x, y);
    if (shape.length === 0) return f(numberOf(x), numberOf(y));
    const out = ndarray(new Uint8Array(sizeOf(shape)), shape.slice());
    kernel()(out, operand(x, shape), operand(y, shape));
    return out;
  };
  return define(name, impl, {
    derivative: null,
    batching: broadcasting,
  }) as CompareOp;
}

export function unaryImpl(name: UnaryName): (x: Tensor) => Tensor {
  const f = unaryMeaning[name];
  const kernel = kernelNamed(name);
  return (x, ...more: unknown[]) => {
    if (more.length > 0) throw nameError(tooMany(1, more.length), name);
    if (typeof x === "number") return f(x);
    if (isContiguousArena(x)) {
      const out = scratchLike(x);
      kernel()(out, x);
      return out;
    }
    const shape = shapeOfOne(name, x);
    if (isUniform(x)) return uniform(f(numberOf(x)), shape);
    const out = scratch(shape);
    kernel()(out, x);
    return out;
  };
}

export function binaryImpl(
  name: BinaryName,
  { left, right }: Neutral = {},
): (x: Tensor, y: Tensor) => Tensor {
  const f = binaryMeaning[name];
  const kernel = kernelNamed(name);
  return (x, y, ...more: unknown[]) => {
    if (more.length > 0) throw nameError(tooMany(2, more.length), name);
    if (typeof x === "number" && typeof y === "number") return f(x, y);
    if (isContiguousArena(x) && isContiguousArena(y) && sameShape(x.shape, y.shape)) {
      const out = scratchLike(x);
      kernel()(out, x, y);
      return out;
    }
    const shape = shapeOfPair(name, x, y);
    const a = operand(x, shape);
    const b = operand(y, shape);
    if (typeof a === "number" && typeof b === "number") return uniform(f(a, b), shape);
    if (a === left && canAlias(b)) return b;
    if (b === right && canAlias(a)) return a;
    const out = scratch(shape);
    kernel()(out, a, b);
    return out;
  };
}

function shapeOfOne(name: string, x: Tensor): Shape {
  try {
    return shapeOf(x);
  } catch (error) {
    throw nameError(error, name);
  }
}

function shapeOfPair(name: string, x: Tensor, y: Tensor): Shape {
  try {
    return broadcastPair(shapeOf(x), shapeOf(y));
  } catch (error) {
    throw nameError(error, name);
  }
}

/** The usual array inside a transform, for which the checks below are known to pass. */
function isContiguousArena(x: Tensor): x is ArenaArray {
  return x instanceof ArenaArray && x.isContiguous && x.size > 1;
}

function uniform(value: number, shape: Shape): Tensor {
  return shape.length === 0 ? value : constant(value, shape);
}

/** `x` as the operand of a kernel whose answer has `shape`: a number, or an array viewed in that shape. */
export function operand(x: Tensor, shape: Shape): Operand {
  if (typeof x === "number") return x;
  if (isUniform(x)) return numberOf(x);
  return sameShape(x.shape, shape) ? x : broadcastView(x, shape);
}
