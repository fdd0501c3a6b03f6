/** Matrix products by NumPy's rules. */
import { ShapeError } from "../../errors.js";
import { method } from "../../method.js";
import { product } from "../../primitives/products/matmul.js";
import { withShape } from "../../primitives/shape/reshape.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Shape, Tensor } from "../../tensor.js";

/**
 * Matrix product by NumPy's rules: a vector counts as a row on the left and a column on the right, and its axis is dropped.
 * Shapes: [..., m, k] · [..., k, n] → [..., m, n]; [k] · [k] → number; leading dimensions broadcast.
 * Bilinear. Throws ShapeError where the inner dimensions differ, or for a number (use mul).
 */
export const matmul: (a: Tensor, b: Tensor) => Tensor = method("matmul", (a, b) => {
  const [s, t] = [shapeOf(a), shapeOf(b)];
  checkProduct(s, t);
  const am = s.length === 1 ? withShape(a, [1, s[0]!]) : a;
  const bm = t.length === 1 ? withShape(b, [t[0]!, 1]) : b;
  const ans = product(am, bm, false, false);
  if (s.length > 1 && t.length > 1) return ans;
  const shape = shapeOf(ans);
  return withShape(ans, [
    ...shape.slice(0, -2),
    ...(s.length > 1 ? [shape.at(-2)!] : []),
    ...(t.length > 1 ? [shape.at(-1)!] : []),
  ]);
});

function checkProduct(s: Shape, t: Shape): void {
  if (s.length === 0 || t.length === 0)
    throw new ShapeError("expected arrays of rank 1 or more, got a number. Use mul to scale.");
  const [k, l] = [s.at(-1), t.at(t.length === 1 ? -1 : -2)];
  if (k === l) return;
  const want = s.length === 1 && t.length === 1 ? "[k] and [k]" : "[…,m,k] and […,k,n]";
  throw new ShapeError(
    `expected ${want}, got ${bracket(s)} and ${bracket(t)}. The inner sizes must agree: ${k} and ${l}.`,
  );
}
