/** Sylvester's equation. */
import { asArray } from "../../as-array.js";
import { ShapeError } from "../../errors.js";
import { method } from "../../method.js";
import { leadOf, squareSize } from "../../primitives/linalg/stacks.js";
import { solveSylvesterEquation } from "../../primitives/linalg/sylvester.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";

/**
 * x with a·x + x·b = q. Shapes: a [..., m, m], b [..., n, n], q [..., m, n] → as q, leading axes equal. Throws LinalgError for
 * a singular equation or matrices that are not square, ShapeError where they do not fit. Source: Bartels & Stewart 1972.
 */
export const solveSylvester: (a: Tensor, b: Tensor, q: Tensor) => Nd = method("solveSylvester", (a, b, q) => {
  const [m, n] = [squareSize(a), squareSize(b)];
  const lead = leadOf(a);
  const fits = [
    [...lead, n, n],
    [...lead, m, n],
  ].map(String);
  if (String(shapeOf(b)) !== fits[0] || String(shapeOf(q)) !== fits[1])
    throw new ShapeError(
      `expected [m,m], [n,n] and [m,n], got ${[a, b, q].map((x) => bracket(shapeOf(x))).join(", ")}. ` +
        `Leading axes must be equal.`,
    );
  return asArray(solveSylvesterEquation(a, b, q));
});
