/** Arrays joined along an axis, existing or new. */
import { method } from "../../method.js";
import { ArgumentError, ShapeError, ValueError } from "../../errors.js";
import { bracket, normalizeAxis, sameShape } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { assemble } from "../../primitives/index/assemble.js";
import { atleast1d, atleast2d, atleast3d, ravel } from "./dimensions.js";
import { boxSelection, entrySelection, slotSelection } from "../../primitives/index/selection.js";
import { asArray } from "../../as-array.js";
import { reshape } from "./reshape.js";

/** The axis to join along; `null` joins the arrays flattened. */
export interface JoinOptions {
  readonly axis?: number | null | undefined;
}

/**
 * Arrays joined along an existing axis, the first by default. Shapes: equal except along `axis`, where sizes add up. Linear.
 * Throws ShapeError where the other sizes differ or an array has rank 0, ValueError for no arrays, AxisError.
 */
export const concatenate: (xs: readonly Tensor[], options?: JoinOptions) => Nd = method(
  "concatenate",
  { axis: 0 },
  (xs, { axis }) => {
    checkSome(xs);
    if (axis === null) return concatenate(xs.map((x) => ravel(x)));
    const shapes = xs.map((x) => shapeOf(x));
    const first = shapes[0]!;
    const a = normalizeAxis(axis, first.length);
    const odd = shapes.find((s) => s.length !== first.length || s.some((n, i) => i !== a && n !== first[i]));
    if (odd !== undefined)
      throw new ShapeError(
        `expected shapes that differ only along axis ${a}, got ${bracket(first)} and ${bracket(odd)}. ` +
          `Use reshape or expandDims to give them the same rank.`,
      );
    let length = 0;
    const parts = xs.map((x, i) => {
      const start = first.map((_, b) => (b === a ? length : 0));
      length += shapes[i]![a]!;
      return { selection: boxSelection(shapes[i]!, start), x };
    });
    return asArray(assemble(first.with(a, length), parts));
  },
);

/**
 * Arrays of one shape joined along a new axis, `axis` of the result, the first by default. Shapes: n of s → [n, ...s].
 * Linear. Throws ShapeError where shapes differ, ValueError for no arrays, AxisError for an axis that the result lacks.
 */
export const stack: (xs: readonly Tensor[], options?: { readonly axis?: number | undefined }) => Nd = method(
  "stack",
  { axis: 0 },
  (xs, { axis }) => {
    checkSome(xs);
    const shape = shapeOf(xs[0]!);
    const odd = xs.find((x) => !sameShape(shapeOf(x), shape));
    if (odd !== undefined)
      throw new ShapeError(
        `expected arrays of one shape, got ${bracket(shape)} and ${bracket(shapeOf(odd))}. ` +
          `Use concatenate to join arrays of different lengths.`,
      );
    const a = normalizeAxis(axis, shape.length + 1);
    const selection =
      shape.length === 0 ? (i: number) => entrySelection([i]) : (i: number) => slotSelection(shape, a, i);
    return asArray(
      assemble(
        shape.toSpliced(a, 0, xs.length),
        xs.map((x, i) => ({ selection: selection(i), x })),
      ),
    );
  },
);

function checkSome(xs: readonly Tensor[]): void {
  checkList(xs);
  if (xs.length > 0) return;
  throw new ValueError(`expected one or more arrays, got an empty list. Pass at least one.`);
}

/** Throws ArgumentError unless `xs` is a list. */
export function checkList(xs: readonly Tensor[]): void {
  if (!Array.isArray(xs)) throw new ArgumentError(`expected a list of arrays, got one value. Write [x, y].`);
}

/** Rows joined from top to bottom: vectors [n] count as [1,n]. Linear. Throws as `concatenate` does. */
export const vstack: (xs: readonly Tensor[]) => Nd = method("vstack", (xs) =>
  concatenate(xs.map((x) => atleast2d(x))),
);

/** Columns joined from left to right along the second axis; vectors end to end. Linear. Throws as `concatenate` does. */
export const hstack: (xs: readonly Tensor[]) => Nd = method("hstack", (xs) => {
  const each = xs.map((x) => atleast1d(x));
  return concatenate(each, { axis: each.every((x) => x.shape.length === 1) ? 0 : 1 });
});

/** Arrays joined along the third axis: [n] counts as [1,n,1], [m,n] as [m,n,1]. Linear. Throws as `concatenate` does. */
export const dstack: (xs: readonly Tensor[]) => Nd = method("dstack", (xs) =>
  concatenate(
    xs.map((x) => atleast3d(x)),
    { axis: 2 },
  ),
);

/** Vectors as the columns of a matrix; matrices are joined as they are. Linear. Throws as `concatenate` does. */
export const columnStack: (xs: readonly Tensor[]) => Nd = method("columnStack", (xs) =>
  concatenate(
    xs.map((x) => (shapeOf(x).length < 2 ? reshape(x, [-1, 1]) : x)),
    { axis: 1 },
  ),
);

/** `x` followed by `values` along `axis`; by default both are flattened. Linear. Throws as `concatenate` does. */
export const append: (x: Tensor, values: Tensor, options?: JoinOptions) => Nd = method(
  "append",
  { axis: null },
  (x, values, { axis }) => concatenate([x, values], { axis }),
);
