/** Index items, sorted by kind and checked as far as possible without knowing the array. */
import { getValue } from "@ndgrad/core";
import type { NdArray } from "ndarray";
import { IndexError, ValueError } from "../../errors.js";
import { sizeOf } from "../../tensor.js";
import type { Shape } from "../../tensor.js";
import { unnest } from "../create/nested.js";
import { ellipsis, newaxis, Slice } from "./expression.js";

/** Positions (whole numbers), or a mask (0 and 1), in row-major order. */
export interface ArrayItem {
  readonly kind: "positions" | "mask";
  readonly shape: Shape;
  readonly values: Int32Array;
}

export type Item =
  | { readonly kind: "position"; readonly at: number }
  | { readonly kind: "slice"; readonly slice: Slice }
  | { readonly kind: "ellipsis" }
  | { readonly kind: "newaxis" }
  | ArrayItem;

/** The items of an index. Throws IndexError for anything that is not an item. */
export function itemsOf(index: unknown): Item[] {
  return Array.isArray(index) ? index.map((item) => itemOf(item)) : [itemOf(index)];
}

function itemOf(given: unknown): Item {
  // Positions have no derivative: a traced value counts as its plain value.
  const item = getValue(given);
  if (typeof item === "number") return { kind: "position", at: whole(item) };
  if (item instanceof Slice) return { kind: "slice", slice: checkSlice(item) };
  if (item === ellipsis || item === newaxis) return { kind: item };
  const array = arrayItem(item);
  if (array !== undefined) return array;
  throw new IndexError(
    `expected a position, slice(…), ellipsis, newaxis, or an array of positions or booleans, ` +
      `got ${String(item)}. ${remedyFor(item)}`,
  );
}

function remedyFor(item: unknown): string {
  if (item === null || item === undefined) return "Write newaxis for a new axis, slice() for a whole one.";
  if (typeof item === "boolean")
    return "Write [[true, false]] for a mask of two: the outer list is the list of axes.";
  return "Pass one of those.";
}

/** A whole number that fits an Int32Array. Throws IndexError. */
function whole(i: unknown): number {
  if (typeof i === "number" && (i | 0) === i) return i;
  throw new IndexError(
    `expected a whole number as a position, got ${String(i)}. Round it first: Math.floor(i).`,
  );
}

function checkSlice(s: Slice): Slice {
  for (const i of [s.start, s.stop, s.step]) if (i !== null) whole(i);
  if (s.step !== 0) return s;
  throw new ValueError(`expected a slice with a step other than 0, got step 0. Use a step of 1 or -1.`);
}

/** Positions or a mask, by the type of a typed array or ndarray, or by the leaves of a list; an empty list is positions. */
export function arrayItem(given: unknown): ArrayItem | undefined {
  const x = getValue(given);
  if (Array.isArray(x)) {
    const { shape, leaves } = unnest(x, () => []);
    const isMask = leaves.length > 0 && leaves.every((v) => typeof v === "boolean");
    return isMask ? mask(shape, leaves) : positions(shape, leaves.map(getValue));
  }
  const tag = Object.prototype.toString.call(x).slice(8, 13);
  if (isTypedArray(x)) return tag === "Uint8" ? mask([x.length], x) : positions([x.length], x);
  if (!isNdarray(x)) return undefined;
  return x.dtype.startsWith("uint8") ? mask(x.shape, rowMajor(x)) : positions(x.shape, rowMajor(x));
}

/** Positions, one or many, and nothing else. Throws IndexError. */
export function positionItem(given: unknown): ArrayItem {
  const item = itemOf(given);
  if (item.kind === "position") return { kind: "positions", shape: [], values: Int32Array.of(item.at) };
  if (item.kind === "positions") return item;
  throw new IndexError(
    `expected whole numbers as positions, got ${item.kind === "mask" ? "a mask" : item.kind}. ` +
      `Use compress for a mask, at for a range.`,
  );
}

function mask(shape: Shape, values: ArrayLike<unknown>): ArrayItem {
  return { kind: "mask", shape: shape.slice(), values: Int32Array.from(values, Number) };
}

function positions(shape: Shape, values: ArrayLike<unknown>): ArrayItem {
  return { kind: "positions", shape: shape.slice(), values: Int32Array.from(values, (v) => whole(v)) };
}

function isTypedArray(x: unknown): x is ArrayLike<unknown> {
  return ArrayBuffer.isView(x) && "length" in x;
}

function isNdarray(x: unknown): x is NdArray {
  return typeof x === "object" && x !== null && "dtype" in x && "shape" in x && "get" in x;
}

function rowMajor(x: NdArray): number[] {
  const out = new Array<number>(sizeOf(x.shape));
  const index = x.shape.map(() => 0);
  for (let i = 0; i < out.length; i++) {
    out[i] = x.get(...index);
    for (let a = index.length - 1; a >= 0 && ++index[a]! === x.shape[a]; a--) index[a] = 0;
  }
  return out;
}
