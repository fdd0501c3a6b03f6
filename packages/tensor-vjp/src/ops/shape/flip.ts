/** Reversed axes, and rotations by 90°. */
import { method } from "../../method.js";
import type { SameKindOp } from "../../method.js";
import { ValueError } from "../../errors.js";
import { bracket, normalizeAxes, normalizeAxis } from "../../shape.js";
import type { AxisOption } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { asArray, sameKind } from "../../as-array.js";
import { read, viewSelection } from "../../primitives/index/selection.js";
import { permuteView } from "../../views.js";

/** `x` with its entries reversed along `axis`, all axes by default. Linear. Throws AxisError, ValueError for a repeated axis. */
export const flip: SameKindOp<[options?: { readonly axis?: AxisOption | undefined }]> = method(
  "flip",
  { axis: undefined },
  (x, { axis }) => {
    const shape = shapeOf(x);
    const axes = normalizeAxes(axis, shape.length);
    const steps = shape.map((_, a) => (axes.includes(a) ? -1 : 1));
    return sameKind(
      x,
      read(
        x,
        viewSelection(shape, (nd) => nd.step(...steps)),
      ),
    );
  },
);

/** The rows from bottom to top: `flip` along the first axis. Linear. Throws AxisError for a number. */
export const flipud: (x: Tensor) => Nd = method("flipud", (x) => asArray(flip(x, { axis: 0 })));

/** The columns from right to left: `flip` along the second axis. Linear. Throws AxisError for a vector. */
export const fliplr: (x: Tensor) => Nd = method("fliplr", (x) => asArray(flip(x, { axis: 1 })));

/**
 * `x` rotated `k` times by 90° in the plane of `axes`, from the first axis towards the second. Linear.
 * Throws ValueError unless the axes differ, AxisError for one out of range.
 */
export const rot90: (
  x: Tensor,
  k?: number,
  options?: { readonly axes?: readonly [number, number] | undefined },
) => Nd = method("rot90", { axes: [0, 1] }, (x, times, { axes }) => {
  const k = times ?? 1;
  const shape = shapeOf(x);
  const [a, b] = [normalizeAxis(axes[0], shape.length), normalizeAxis(axes[1], shape.length)];
  if (a === b)
    throw new ValueError(`expected two different axes, got ${bracket(axes)}. Name the plane of rotation.`);
  if (!Number.isInteger(k)) throw new ValueError(`expected whole turns of 90°, got ${k}. Give an integer.`);
  const turns = ((k % 4) + 4) % 4;
  const flipped = [[], [b], [a, b], [a]][turns]!;
  const steps = shape.map((_, i) => (flipped.includes(i) ? -1 : 1));
  const order = shape.map((_, i) => (turns % 2 === 0 ? i : i === a ? b : i === b ? a : i));
  const turned = order.map((i) => shape[i]!);
  return asArray(
    read(
      x,
      viewSelection(turned, (nd) => permuteView(nd.step(...steps), order)),
    ),
  );
});
