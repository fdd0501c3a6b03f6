/** Axes run backwards, and turns of a plane. */
import { ValueError } from "../../errors.js";
import { checked } from "../../options.js";
import { bracket, normalizeAxes, normalizeAxis } from "../../shape.js";
import type { AxisOption } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Shaped, Tensor } from "../../tensor.js";
import { shaped } from "../../primitives/elementwise/define.js";
import { read, viewPlace } from "../../primitives/index/place.js";
import { ranked } from "../../ranked.js";
import { permuted } from "../../views.js";

/** `x` with the entries along `axis` (all axes by default) in reverse. Linear. Throws AxisError, ValueError for a repeated axis. */
export function flip<X extends Tensor>(
  x: X,
  options: { readonly axis?: AxisOption | undefined } = {},
): Shaped<X> {
  const { axis } = checked("flip", options, ["axis"]);
  const shape = shapeOf(x, "flip");
  const axes = normalizeAxes("flip", axis, shape.length);
  const steps = shape.map((_, a) => (axes.includes(a) ? -1 : 1));
  return shaped(
    x,
    read(
      x,
      viewPlace(shape, (nd) => nd.step(...steps)),
    ),
  );
}

/** Rows from below to above: `flip` along the first axis. Linear. Throws AxisError for a number. */
export function flipud(x: Tensor): Nd {
  return ranked(flip(x, { axis: 0 }));
}

/** Columns from right to left: `flip` along the second axis. Linear. Throws AxisError for a vector. */
export function fliplr(x: Tensor): Nd {
  return ranked(flip(x, { axis: 1 }));
}

/**
 * `x` turned `k` times by 90° in the plane of `axes`, from the first towards the second. Linear.
 * Throws ValueError where the axes are not two different ones, AxisError for one out of range.
 */
export function rot90(
  x: Tensor,
  k = 1,
  options: { readonly axes?: readonly [number, number] | undefined } = {},
): Nd {
  const { axes = [0, 1] } = checked("rot90", options, ["axes"]);
  const shape = shapeOf(x, "rot90");
  const [a, b] = [
    normalizeAxis("rot90", axes[0], shape.length),
    normalizeAxis("rot90", axes[1], shape.length),
  ];
  if (a === b)
    throw new ValueError(
      `rot90: expected two different axes, got ${bracket(axes)}. Name the plane to turn in.`,
    );
  if (!Number.isInteger(k))
    throw new ValueError(`rot90: expected whole turns of 90°, got ${k}. Give an integer.`);
  const turns = ((k % 4) + 4) % 4;
  const flipped = [[], [b], [a, b], [a]][turns]!;
  const steps = shape.map((_, i) => (flipped.includes(i) ? -1 : 1));
  const order = shape.map((_, i) => (turns % 2 === 0 ? i : i === a ? b : i === b ? a : i));
  const turned = order.map((i) => shape[i]!);
  return ranked(
    read(
      x,
      viewPlace(turned, (nd) => permuted(nd.step(...steps), order)),
    ),
  );
}
