/** The vector product of the plane and of space. */
import { method } from "../../method.js";
import { ShapeError } from "../../errors.js";
import { bracket, normalizeAxis } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { mul, sub } from "../../primitives/elementwise/arithmetic.js";
import { pad } from "../shape/pad.js";
import { read, slotSelection } from "../../primitives/index/selection.js";
import { roll } from "../shape/roll.js";
import { moveaxis } from "../shape/transpose.js";

/** Which axis holds the components: of `a`, of `b` and of the result, the last by default; `axis` names all three. */
export interface CrossOptions {
  readonly axis?: number | undefined;
  readonly axisa?: number | undefined;
  readonly axisb?: number | undefined;
  readonly axisc?: number | undefined;
}

/**
 * a × b of vectors with 2 or 3 components; the other axes broadcast. Two vectors in the plane give their third component
 * alone, without an axis; next to a vector in space, a vector in the plane gets 0 as its third component. Bilinear.
 * Throws ShapeError for other numbers of components, AxisError for an axis out of range.
 */
export const cross: (a: Tensor, b: Tensor, options?: CrossOptions) => Tensor = method(
  "cross",
  { axis: undefined, axisa: -1, axisb: -1, axisc: -1 },
  (a, b, { axis, axisa, axisb, axisc }) => {
    const x = componentsLast(a, axis ?? axisa);
    const y = componentsLast(b, axis ?? axisb);
    if (shapeOf(x).at(-1) === 2 && shapeOf(y).at(-1) === 2) {
      const at = (z: Tensor, i: number): Tensor => component(z, i);
      return sub(mul(at(x, 0), at(y, 1)), mul(at(x, 1), at(y, 0)));
    }
    const [u, v] = [inSpace(x), inSpace(y)];
    // uᵢvᵢ₊₁ − uᵢ₊₁vᵢ is component i + 2 of the product: one more roll puts them in place.
    const shifted = sub(mul(u, roll(v, -1, LAST)), mul(roll(u, -1, LAST), v));
    return moveaxis(roll(shifted, -1, LAST), -1, axis ?? axisc);
  },
);

const LAST = { axis: -1 } as const;

function componentsLast(x: Tensor, axis: number): Tensor {
  const shape = shapeOf(x);
  const a = normalizeAxis(axis, shape.length);
  if (shape[a] === 2 || shape[a] === 3) return a === shape.length - 1 ? x : moveaxis(x, a, -1);
  throw new ShapeError(
    `expected 2 or 3 components, got ${shape[a]} along axis ${axis} of ${bracket(shape)}. Name the axis of the components.`,
  );
}

function component(x: Tensor, i: number): Tensor {
  const lead = shapeOf(x).slice(0, -1);
  return read(x, slotSelection(lead, lead.length, i));
}

function inSpace(x: Tensor): Tensor {
  const shape = shapeOf(x);
  return shape.at(-1) === 3 ? x : pad(x, shape.map((_, a) => (a === shape.length - 1 ? [0, 1] : [0, 0]))); // prettier-ignore
}
