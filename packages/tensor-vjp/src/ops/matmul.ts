/** Matrix products. One primitive with transpose flags is closed under differentiation: no rule copies a transpose. */
import { kernels } from "@ndgrad/kernels";
import { ShapeError } from "../errors.js";
import { op } from "../op.js";
import type { Op } from "../op.js";
import { bracket, broadcastShapes } from "../shape.js";
import { asNd, shapeOf } from "../tensor.js";
import type { Nd, Shape, Tensor } from "../tensor.js";
import { broadcastView, lastTwoSwapped } from "../views.js";
import { unbroadcast } from "./broadcasting.js";
import { reshape } from "./reshape.js";

/**
 * Product of stacks of matrices; `ta` and `tb` say that a matrix is stored transposed.
 * Shapes: [..., m, k] · [..., k, n] → [..., m, n] once transposed, leading dimensions broadcast. k = 0 gives zeros.
 */
export const product: Op<[a: Tensor, b: Tensor, ta: boolean, tb: boolean]> = op(
  "matmul",
  {
    shapeOf(a, b, ta, tb) {
      const [s, t] = [shapeOf(a), shapeOf(b)];
      const [m, n] = [s.at(ta ? -1 : -2)!, t.at(tb ? -2 : -1)!];
      return [...broadcastShapes("matmul", s.slice(0, -2), t.slice(0, -2)), m, n];
    },
    fill: (out, a, b, ta, tb) => kernels().matmul(out, stack(a, out, ta), stack(b, out, tb)),
  },
  {
    vjp: [
      (g, _ans, a, b, ta, tb) => unbroadcast(ta ? product(b, g, tb, true) : product(g, b, false, !tb), a),
      (g, _ans, a, b, ta, tb) => unbroadcast(tb ? product(g, a, true, ta) : product(a, g, !ta, false), b),
      null,
      null,
    ],
    jvp: ["linear", "linear", null, null],
  },
);

/** `x` as the kernel wants it: transposed where it says so, leading dimensions those of `out`. */
function stack(x: Tensor, out: Nd, transposed: boolean): Nd {
  const nd = transposed ? lastTwoSwapped(asNd(x)) : asNd(x);
  if (nd.shape.length === out.shape.length && out.shape.length === 2) return nd;
  return broadcastView(nd, [...out.shape.slice(0, -2), ...nd.shape.slice(-2)]);
}

/**
 * Matrix product by NumPy's rules: a vector on the left is a row, on the right a column, and its axis is dropped.
 * Shapes: [..., m, k] · [..., k, n] → [..., m, n]; [k] · [k] → number; leading dimensions broadcast.
 * Bilinear. Throws ShapeError where the inner dimensions differ, or for a number (use mul).
 */
export function matmul(a: Tensor, b: Tensor): Tensor {
  const [s, t] = [shapeOf(a, "matmul"), shapeOf(b, "matmul")];
  checkProduct(s, t);
  const am = s.length === 1 ? reshape(a, [1, s[0]!]) : a;
  const bm = t.length === 1 ? reshape(b, [t[0]!, 1]) : b;
  const ans = product(am, bm, false, false);
  if (s.length > 1 && t.length > 1) return ans;
  const shape = shapeOf(ans);
  const lead = shape.slice(0, -2);
  return reshape(ans, [
    ...lead,
    ...(s.length > 1 ? [shape.at(-2)!] : []),
    ...(t.length > 1 ? [shape.at(-1)!] : []),
  ]);
}

function checkProduct(s: Shape, t: Shape): void {
  if (s.length === 0 || t.length === 0)
    throw new ShapeError("matmul: expected arrays of rank 1 or more, got a number. Use mul to scale.");
  const [k, l] = [s.at(-1), t.at(t.length === 1 ? -1 : -2)];
  if (k === l) return;
  const want = s.length === 1 && t.length === 1 ? "[k] and [k]" : "[…,m,k] and […,k,n]";
  throw new ShapeError(
    `matmul: expected ${want}, got ${bracket(s)} and ${bracket(t)}. The inner sizes must agree: ${k} and ${l}.`,
  );
}
