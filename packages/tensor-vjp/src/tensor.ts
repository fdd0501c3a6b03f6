/** What a tensor is: a JS number (rank 0) or an ndarray of float64. */
import { ArenaArray, rowMajor, sizeOf } from "@ndgrad/kernels";
import type { NdArray } from "ndarray";
import { ArgumentError } from "./errors.js";
import { memoryFor } from "./ordinary-memory.js";

export { ndarray, sizeOf } from "@ndgrad/kernels";

export type Nd = NdArray<Float64Array>;
/** Rank 0 is a number in every result; a rank-0 ndarray is welcome as input. */
export type Tensor = number | Nd;
/** The result of comparisons: a boolean for two numbers, else an array of 0 and 1. Never in a graph. */
export type Mask = boolean | NdArray<Uint8Array>;
/** The result of argmax and argsort. Never in a graph. */
export type Indices = number | NdArray<Int32Array>;
export type Shape = readonly number[];

/** The result type of an op that keeps shapes. */
export type Shaped<X> = X extends number ? number : X extends Nd ? Nd : never;
/** The result type of an op that broadcasts. */
export type Broadcast<X, Y> = X extends number ? Shaped<Y> : X extends Nd ? Nd : never;

const RANK0: Shape = [];

/** Whether `x` is an ndarray of float64. By tag, since `instanceof` fails across realms (workers, WebAssembly memory). */
export function isNd(x: unknown): x is Nd {
  return (
    x instanceof ArenaArray ||
    (typeof x === "object" && x !== null && (x as { dtype?: unknown }).dtype === "float64" && "stride" in x)
  );
}

/** The shape of a tensor, traced or plain; `[]` for a number. Throws ArgumentError for anything else. */
export function shapeOf(x: Tensor): Shape {
  if (typeof x === "number") return RANK0;
  if (isNd(x)) return x.shape;
  throw notTensor(x);
}

/** The error where a number is not accepted either. */
export function notNd(x: unknown): ArgumentError {
  return new ArgumentError(
    `expected an ndarray of float64, got ${describeArgument(x)}. Make one with array([...]).`,
  );
}

export function notTensor(x: unknown): ArgumentError {
  const remedy =
    Array.isArray(x) || ArrayBuffer.isView(x) || isArrayLike(x)
      ? "Wrap it: array(x)."
      : "Pass a number or array(...).";
  return new ArgumentError(
    `expected a number or an ndarray of float64, got ${describeArgument(x)}. ${remedy}`,
  );
}

function isArrayLike(x: unknown): x is { dtype: string; shape: Shape } {
  return typeof x === "object" && x !== null && "dtype" in x && "shape" in x;
}

export function describeArgument(x: unknown): string {
  if (isArrayLike(x)) return `an ndarray of ${x.dtype}`;
  if (Array.isArray(x)) return `a JS array of ${x.length}`;
  if (typeof x === "object" && x !== null) return `a ${x.constructor.name}`;
  return typeof x === "function" ? "a function" : String(x);
}

/** "[2,3]", or "a number" for rank 0. */
export function describe(x: Tensor): string {
  const shape = shapeOf(x);
  return shape.length === 0 ? "a number" : `[${shape.join(",")}]`;
}

/** A fresh contiguous array of zeros. */
export function empty(shape: Shape): Nd {
  return rowMajor(new Float64Array(sizeOf(shape)), shape);
}

/** A fresh contiguous array, not cleared, for a kernel that writes every entry. */
export function unwritten(shape: Shape): Nd {
  return rowMajor(memoryFor(sizeOf(shape)), shape);
}

/** The only entry of a rank-0 array, or the number itself. */
export function numberOf(x: Tensor): number {
  return typeof x === "number" ? x : x.data[x.offset]!;
}

/** `x` as an array, of rank 0 for a number: for kernels that take only arrays. */
export function asNd(x: Tensor): Nd {
  if (typeof x !== "number") return x;
  const data = new Float64Array(1);
  data[0] = x;
  return rowMajor(data, []);
}

/** `out` as an op returns it: rank 0 is a number. */
export function result(out: Nd): Tensor {
  return out.shape.length === 0 ? numberOf(out) : out;
}
