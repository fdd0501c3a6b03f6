/** Polynomials by their coefficients, highest power first. */
import { method } from "../../method.js";
import { ShapeError, ValueError } from "../../errors.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { add, mul } from "../../primitives/elementwise/arithmetic.js";
import { broadcastTo } from "../../primitives/shape/broadcast.js";
import { onesLike, zeros } from "../create/create.js";
import { at } from "../index/at.js";
import { stack } from "../shape/join.js";

/**
 * p[0] xⁿ⁻¹ + … + p[n − 1], entry by entry, by Horner's rule. Shapes: p [n], x any → x. No coefficients give 0.
 * Linear in `p`; exact at 0 to any order. Throws ShapeError unless `p` is a vector.
 */
export const polyval: (p: Tensor, x: Tensor) => Tensor = method("polyval", (p, x) => {
  const [n, ...rest] = shapeOf(p);
  if (n === undefined || rest.length > 0)
    throw new ShapeError(
      `expected a vector of coefficients, got ${bracket(shapeOf(p))}. Use ravel to flatten it.`,
    );
  let y = broadcastTo(n === 0 ? 0 : at(p, 0), shapeOf(x));
  for (let i = 1; i < n; i++) y = add(mul(y, x), at(p, i));
  return y;
});

/** The number of powers, and whether they increase from left to right. */
export interface VanderOptions {
  readonly n?: number | undefined;
  readonly increasing?: boolean | undefined;
}

/**
 * The powers xⁿ⁻¹ … x⁰ of each entry of a vector, as a row; n = m by default. Shapes: [m] → [m, n].
 * Exact at 0 to any order. Throws ShapeError unless `x` is a vector, ValueError for a negative or fractional `n`.
 */
export const vander: (x: Tensor, options?: VanderOptions) => Nd = method(
  "vander",
  { n: undefined, increasing: false },
  (x, { n, increasing }) => {
    const shape = shapeOf(x);
    if (shape.length !== 1)
      throw new ShapeError(`expected a vector, got ${bracket(shape)}. Use ravel to flatten it.`);
    const count = n ?? shape[0]!;
    if (!(Number.isInteger(count) && count >= 0))
      throw new ValueError(`expected 0 or more columns, got ${count}. Give a whole number.`);
    if (count === 0) return zeros([shape[0]!, 0]);
    const powers: Tensor[] = [onesLike(x)];
    while (powers.length < count) powers.push(mul(powers.at(-1)!, x));
    return stack(increasing ? powers : powers.reverse(), { axis: 1 });
  },
);
