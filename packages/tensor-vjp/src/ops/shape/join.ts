/** Arrays put side by side along an axis, or along a new one. */
import { ArgumentError, ShapeError, ValueError } from "../../errors.js";
import { checked } from "../../options.js";
import { bracket, normalizeAxis, sameShape } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { assemble } from "../../primitives/index/assemble.js";
import { atleast1d, atleast2d, atleast3d, ravel } from "./dimensions.js";
import { boxPlace, entryPlace, slotPlace } from "../../primitives/index/place.js";
import { ranked } from "../../ranked.js";
import { reshape } from "../../primitives/shape/reshape.js";

/** The axis to join along; `null` joins the arrays flattened. */
export interface JoinOptions {
  readonly axis?: number | null | undefined;
}

/**
 * Arrays joined along an axis that they have, the first by default. Shapes: equal but for the size of `axis`, which adds up.
 * Linear. Throws ShapeError where the other sizes differ or an array has rank 0, ValueError for no arrays, AxisError.
 */
export function concatenate(xs: readonly Tensor[], options: JoinOptions = {}): Nd {
  const { axis = 0 } = checked("concatenate", options, ["axis"]);
  checkSome("concatenate", xs);
  if (axis === null) return concatenate(xs.map((x) => ravel(x)));
  const shapes = xs.map((x) => shapeOf(x, "concatenate"));
  const first = shapes[0]!;
  const a = normalizeAxis("concatenate", axis, first.length);
  const odd = shapes.find((s) => s.length !== first.length || s.some((n, i) => i !== a && n !== first[i]));
  if (odd !== undefined)
    throw new ShapeError(
      `concatenate: expected shapes that differ along axis ${a} only, got ${bracket(first)} and ${bracket(odd)}. ` +
        `Use reshape or expandDims to give them the same rank.`,
    );
  let length = 0;
  const parts = xs.map((x, i) => {
    const start = first.map((_, b) => (b === a ? length : 0));
    length += shapes[i]![a]!;
    return { place: boxPlace(shapes[i]!, start), x };
  });
  return ranked(assemble(first.with(a, length), parts));
}

/**
 * Arrays of one shape joined along a new axis, which is `axis` of the result, the first by default. Shapes: n of s → [n, ...s].
 * Linear. Throws ShapeError where shapes differ, ValueError for no arrays, AxisError for an axis that the result does not have.
 */
export function stack(xs: readonly Tensor[], options: { readonly axis?: number | undefined } = {}): Nd {
  const { axis = 0 } = checked("stack", options, ["axis"]);
  checkSome("stack", xs);
  const shape = shapeOf(xs[0]!, "stack");
  const odd = xs.find((x) => !sameShape(shapeOf(x, "stack"), shape));
  if (odd !== undefined)
    throw new ShapeError(
      `stack: expected arrays of one shape, got ${bracket(shape)} and ${bracket(shapeOf(odd))}. ` +
        `Use concatenate to join arrays of different lengths.`,
    );
  const a = normalizeAxis("stack", axis, shape.length + 1);
  const place = shape.length === 0 ? (i: number) => entryPlace([i]) : (i: number) => slotPlace(shape, a, i);
  return ranked(
    assemble(
      shape.toSpliced(a, 0, xs.length),
      xs.map((x, i) => ({ place: place(i), x })),
    ),
  );
}

function checkSome(op: string, xs: readonly Tensor[]): void {
  checkList(op, xs);
  if (xs.length > 0) return;
  throw new ValueError(`${op}: expected one array or more, got an empty list. Pass at least one.`);
}

/** Throws ArgumentError where several arrays are not given as a list. */
export function checkList(op: string, xs: readonly Tensor[]): void {
  if (!Array.isArray(xs))
    throw new ArgumentError(`${op}: expected a list of arrays, got one value. Write ${op}([x, y]).`);
}

/** Rows joined from above to below: vectors [n] count as [1,n]. Linear. Throws as `concatenate` does. */
export function vstack(xs: readonly Tensor[]): Nd {
  return concatenate(xs.map(atleast2d));
}

/** Columns joined from left to right along the second axis; vectors end to end. Linear. Throws as `concatenate` does. */
export function hstack(xs: readonly Tensor[]): Nd {
  const each = xs.map(atleast1d);
  return concatenate(each, { axis: each.every((x) => x.shape.length === 1) ? 0 : 1 });
}

/** Arrays joined along the third axis: [n] counts as [1,n,1], [m,n] as [m,n,1]. Linear. Throws as `concatenate` does. */
export function dstack(xs: readonly Tensor[]): Nd {
  return concatenate(xs.map(atleast3d), { axis: 2 });
}

/** Vectors as the columns of a matrix; matrices are joined as they are. Linear. Throws as `concatenate` does. */
export function columnStack(xs: readonly Tensor[]): Nd {
  return concatenate(
    xs.map((x) => (shapeOf(x, "columnStack").length < 2 ? reshape(x, [-1, 1]) : x)),
    { axis: 1 },
  );
}

/** `x` with `values` joined on along `axis`; by default both are flattened. Linear. Throws as `concatenate` does. */
export function append(x: Tensor, values: Tensor, options: JoinOptions = {}): Nd {
  const { axis = null } = checked("append", options, ["axis"]);
  return concatenate([x, values], { axis });
}
