/** The Kronecker product. */
import { method } from "../../method.js";
import { shapeOf } from "../../tensor.js";
import type { Shape, Tensor } from "../../tensor.js";
import { mul } from "../../primitives/elementwise/arithmetic.js";
import { reshape } from "../shape/reshape.js";

/**
 * Every entry of `a` times all of `b`, in blocks. Shapes: the shorter one gets leading 1s, then sizes multiply:
 * [m, n] and [p, q] → [mp, nq]. Bilinear.
 */
export const kron: (a: Tensor, b: Tensor) => Tensor = method("kron", (a, b) => {
  const [s, t] = [shapeOf(a), shapeOf(b)];
  const rank = Math.max(s.length, t.length);
  const [m, n] = [raiseShape(s, rank), raiseShape(t, rank)];
  // Axis i of the result combines axis i of `a`, which varies slowly, with axis i of `b`, which varies fast.
  const blocks = mul(
    reshape(
      a,
      m.flatMap((d) => [d, 1]),
    ),
    reshape(
      b,
      n.flatMap((d) => [1, d]),
    ),
  );
  return reshape(
    blocks,
    m.map((d, i) => d * n[i]!),
  );
});

function raiseShape(shape: Shape, rank: number): number[] {
  return [...new Array<number>(rank - shape.length).fill(1), ...shape];
}
