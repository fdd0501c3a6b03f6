/** Differences of neighbours. */
import { method } from "../../method.js";
import { ValueError } from "../../errors.js";
import { normalizeAxis } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { sub } from "../../primitives/elementwise/arithmetic.js";
import { full } from "../create/create.js";
import { ravel } from "../shape/dimensions.js";
import { concatenate } from "../shape/join.js";
import { boxSelection, read } from "../../primitives/index/selection.js";
import { asArray } from "../../as-array.js";
import { reshape } from "../shape/reshape.js";

/** How often differences are taken, along which axis, and what is joined to the ends first. */
export interface DiffOptions {
  readonly n?: number | undefined;
  readonly axis?: number | undefined;
  readonly prepend?: Tensor | undefined;
  readonly append?: Tensor | undefined;
}

/**
 * x[i + 1] − x[i] along `axis`, the last by default, taken `n` times, after `prepend` and `append` are joined to the ends; a
 * number there counts as one entry. Shapes: m → max(m − n, 0) along `axis`. Linear.
 * Throws ValueError for a negative `n`, AxisError for an axis out of range.
 */
export const diff: (x: Tensor, options?: DiffOptions) => Nd = method(
  "diff",
  { n: 1, axis: -1, prepend: undefined, append: undefined },
  (x, { n, axis, prepend, append }) => {
    const shape = shapeOf(x);
    if (!(Number.isInteger(n) && n >= 0))
      throw new ValueError(`expected an order n of 0 or more, got ${n}. Use cumsum for running sums.`);
    const a = normalizeAxis(axis, shape.length);
    const slab = (y: Tensor | undefined): Tensor[] =>
      y === undefined ? [] : [shapeOf(y).length === 0 ? full(shape.with(a, 1), y) : y];
    let ans: Tensor =
      prepend === undefined && append === undefined
        ? reshape(x, shape)
        : concatenate([...slab(prepend), x, ...slab(append)], { axis: a });
    for (let i = 0; i < n; i++) ans = sub(without(ans, a, 1, 0), without(ans, a, 0, 1));
    return asArray(ans);
  },
);

/** Entries to put before and after the differences. */
export interface Ediff1dOptions {
  readonly toBegin?: Tensor | undefined;
  readonly toEnd?: Tensor | undefined;
}

/** x[i + 1] − x[i] of `x` flattened, between `toBegin` and `toEnd`, flattened too. Linear. */
export const ediff1d: (x: Tensor, options?: Ediff1dOptions) => Nd = method(
  "ediff1d",
  { toBegin: undefined, toEnd: undefined },
  (x, { toBegin, toEnd }) => {
    const inner = diff(ravel(x));
    const parts = [toBegin, inner, toEnd].filter((part) => part !== undefined);
    return parts.length === 1 ? inner : concatenate(parts, { axis: null });
  },
);

/** `x` without `first` entries at the beginning of an axis and `last` at its end. */
export function without(x: Tensor, axis: number, first: number, last: number): Nd {
  const shape = shapeOf(x);
  const start = shape.map((_, a) => (a === axis ? Math.min(first, shape[a]!) : 0));
  return asArray(read(x, boxSelection(shape.with(axis, Math.max(0, shape[axis]! - first - last)), start)));
}
