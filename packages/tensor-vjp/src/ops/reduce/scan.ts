/** Scans and folds along an axis by an associative op that is itself differentiable. */
import { normalizeAxis } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { concatenate } from "../shape/join.js";
import { boxSelection, read } from "../../primitives/index/selection.js";
import { asArray } from "../../as-array.js";
import { reshape } from "../shape/reshape.js";
import { moveaxis } from "../shape/transpose.js";

type Combine = (x: Tensor, y: Tensor) => Tensor;

/** The axis of a running result; `null` (default) flattens first. */
export interface ScanOptions {
  readonly axis?: number | null | undefined;
}

/**
 * Each entry combined with all before it along `axis`, in log n steps: entry i takes in entry i − k for k = 1, 2, 4, …
 * Source: Hillis & Steele 1986.
 */
export function scan(x: Tensor, axis: number | null | undefined, combine: Combine): Nd {
  return alongLast(x, axis, (last) => {
    const n = lengthOf(last);
    let y = last;
    for (let k = 1; k < n; k *= 2)
      y = concatenate([part(y, 0, k), combine(part(y, 0, n - k), part(y, k, n - k))], { axis: -1 });
    return y;
  });
}

/** All entries of the last axis combined, pair by pair in log n steps; the axis, which must not be empty, keeps size 1. */
export function fold(x: Tensor, combine: Combine): Tensor {
  let y = x;
  for (let n = lengthOf(y); n > 1; n = lengthOf(y)) {
    const half = n >> 1;
    const pairs = combine(part(y, 0, half), part(y, half, half));
    y = n % 2 === 0 ? pairs : concatenate([pairs, part(y, n - 1, 1)], { axis: -1 });
  }
  return y;
}

/** `f`, which keeps shapes, applied along the last axis to `x` with `axis` moved there; without an axis, to `x` flattened. */
export function alongLast(x: Tensor, axis: number | null | undefined, f: (x: Tensor) => Tensor): Nd {
  const shape = shapeOf(x);
  if (axis === undefined || axis === null) return asArray(f(reshape(x, [-1])));
  const a = normalizeAxis(axis, shape.length);
  return asArray(moveaxis(f(moveaxis(x, a, -1)), -1, a));
}

function lengthOf(x: Tensor): number {
  return shapeOf(x).at(-1)!;
}

/** `length` entries of the last axis from `start` on. */
function part(x: Tensor, start: number, length: number): Tensor {
  const lead = shapeOf(x).slice(0, -1);
  return read(x, boxSelection([...lead, length], [...lead.map(() => 0), start]));
}
