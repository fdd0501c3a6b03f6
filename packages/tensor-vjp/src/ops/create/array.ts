/** Arrays from nested lists, and nested lists from arrays. */
import { method } from "../../method.js";
import { Container, getValue } from "@ndgrad/core";
import type { NdArray } from "ndarray";
import { ArgumentError } from "../../errors.js";
import { describeArgument, isNd, ndarray, notTensor, result, sizeOf } from "../../tensor.js";
import type { Indices, Mask, Nd, Shape, Tensor } from "../../tensor.js";
import { assemble } from "../../primitives/index/assemble.js";
import { copyOf } from "../../views.js";
import { unnest } from "./nested.js";
import { prefixSelection } from "../../primitives/index/selection.js";

type TypedArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;
/** What `array` takes: nested lists of numbers, plain or traced; arrays of equal shape may stand for the inner lists. */
export type ArraySource = number | boolean | TypedArray | NdArray | NestedSource;
export type NestedSource = readonly ArraySource[];

export interface ArrayOp {
  (x: number | boolean): number;
  (x: NestedSource | TypedArray): Nd;
  (x: ArraySource): Tensor;
}

/**
 * A float64 array from nested lists of numbers, a typed array, or an ndarray of any type; booleans count as 0 and 1.
 * Always a copy, except that a traced value is returned as it is. Lists may hold traced numbers and traced arrays: each
 * gets its part of the cotangent.
 * Throws ShapeError with the path where lists are ragged, ArgumentError for anything that is not a number.
 */
export const array: ArrayOp = method("array", (x) => {
  // A container that reaches this op stands for a tensor.
  if (x instanceof Container) return x as Container & Tensor;
  if (!Array.isArray(x)) return toTensor(x, "");
  const { shape, leaves } = unnest(x, shapeOfLeaf);
  if (leaves.every((leaf) => typeof leaf === "number"))
    return ndarray(Float64Array.from(leaves), shape.slice());
  // A leaf is traced or plain; `shapeOfLeaf` has rejected everything else.
  const parts = leaves.map((leaf) =>
    leaf instanceof Container ? (leaf as Container & Tensor) : toTensor(leaf, ""),
  );
  let next = 0;
  const placed = parts.map((part) => {
    const inner = typeof part === "number" ? [] : part.shape;
    const outer = shape.slice(0, shape.length - inner.length);
    const size = sizeOf(inner);
    const selection = prefixSelection(inner, unravelIndex(next / Math.max(size, 1), outer));
    next += size;
    return { selection, x: part };
  });
  return assemble(shape, placed);
});

function shapeOfLeaf(leaf: unknown, path: string): Shape {
  if (typeof leaf === "boolean") return [];
  if (isTypedArray(leaf)) return [leaf.length];
  if (isNdarray(leaf)) return leaf.shape;
  throw refusal(leaf, path);
}

/** A fresh float64 tensor from a plain source that is not a list. */
function toTensor(x: unknown, path: string): Tensor {
  if (typeof x === "number" || typeof x === "boolean") return Number(x);
  if (isNd(x)) return result(copyOf(x));
  if (isTypedArray(x)) return ndarray(Float64Array.from(x), [x.length]);
  if (isNdarray(x)) return result(ndarray(Float64Array.from(rowMajor(x)), x.shape.slice()));
  throw refusal(x, path);
}

function refusal(x: unknown, path: string): ArgumentError {
  if (path === "") return notTensor(x);
  return new ArgumentError(
    `expected numbers, got ${typeof x} ${String(x)} at ${path}. Convert it first: Number(x).`,
  );
}

function isTypedArray(x: unknown): x is TypedArray {
  return (
    ArrayBuffer.isView(x) && "length" in x && !Object.prototype.toString.call(x).startsWith("[object Big")
  );
}

function isNdarray(x: unknown): x is NdArray {
  return (
    typeof x === "object" &&
    x !== null &&
    "dtype" in x &&
    "shape" in x &&
    x.dtype !== "bigint64" &&
    x.dtype !== "biguint64"
  );
}

function unravelIndex(i: number, shape: Shape): number[] {
  const index = shape.map(() => 0);
  for (let a = shape.length - 1, rest = i; a >= 0; a--) {
    index[a] = rest % shape[a]!;
    rest = Math.floor(rest / shape[a]!);
  }
  return index;
}

function rowMajor(x: NdArray): number[] {
  return Array.from({ length: sizeOf(x.shape) }, (_, i) => x.get(...unravelIndex(i, x.shape)));
}

/** Nested lists of numbers. */
export type Nested = number | Nested[];

/**
 * The entries of an array as nested JS lists of numbers. A number stays a number, a boolean becomes 0 or 1, and a traced
 * value gives its plain value. Throws ArgumentError for anything else.
 */
export const toArray: (x: Tensor | Mask | Indices) => Nested = method("toArray", (x) => {
  const value = getValue(x);
  if (typeof value === "number" || typeof value === "boolean") return Number(value);
  if (!isNdarray(value))
    throw new ArgumentError(
      `expected a number, a boolean or an ndarray, got ${describeArgument(value)}. Write array(x) first.`,
    );
  return toList(value, []);
});

function toList(x: NdArray, index: readonly number[]): Nested {
  if (index.length === x.shape.length) return x.get(...index);
  return Array.from({ length: x.shape[index.length]! }, (_, i) => toList(x, [...index, i]));
}
