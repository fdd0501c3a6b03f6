/** Nested JS lists, taken apart into a shape and leaves. */
import { ShapeError } from "../../errors.js";
import { bracket, sameShape } from "../../shape.js";
import type { Shape } from "../../tensor.js";

/** The shape of nested lists, and their leaves in row-major order. */
export interface Unnested {
  /** The lengths of the lists, then the shape of the leaves, which is the same for all. */
  readonly shape: Shape;
  readonly leaves: readonly unknown[];
}

const RANK0: Shape = [];

/**
 * Take nested lists apart. `shapeOfLeaf` gives the shape of a leaf that is not a number, or throws an error with its path.
 * Throws ShapeError, with the path, where lists are ragged.
 */
export function unnest(list: unknown, shapeOfLeaf: (leaf: unknown, path: string) => Shape): Unnested {
  const leaves: unknown[] = [];
  const path: number[] = [];

  function walk(x: unknown): Shape {
    if (Array.isArray(x)) return walkList(x);
    leaves.push(x);
    return typeof x === "number" ? RANK0 : shapeOfLeaf(x, formatPath(path));
  }

  function walkList(items: readonly unknown[]): Shape {
    let first: Shape = RANK0;
    for (let i = 0; i < items.length; i++) {
      path.push(i);
      const shape = walk(items[i]);
      if (i === 0) first = shape;
      else if (!sameShape(shape, first)) throw raggedError(first, shape, path);
      path.pop();
    }
    return [items.length, ...first];
  }

  return { shape: walk(list), leaves };
}

function raggedError(expected: Shape, got: Shape, path: readonly number[]): ShapeError {
  const show = (shape: Shape): string => (shape.length === 0 ? "a number" : `shape ${bracket(shape)}`);
  return new ShapeError(
    `expected lists of equal length, got ${show(got)} at ${formatPath(path)} ` +
      `and ${show(expected)} at ${formatPath(path.with(-1, 0))}. ` +
      `Pad the short ones, or keep a list of arrays.`,
  );
}

/** "[1][0]" */
function formatPath(path: readonly number[]): string {
  return path.map((i) => `[${i}]`).join("");
}
