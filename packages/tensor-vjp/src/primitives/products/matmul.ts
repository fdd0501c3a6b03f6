/** Matrix products: primitives that read a factor as its transpose, so that no rule copies one. */
import { kernels } from "@ndgrad/kernels";
import { ShapeError } from "../../errors.js";
import { op } from "../../op.js";
import type { Op } from "../../op.js";
import { bracket, broadcastShapes } from "../../shape.js";
import { asNd, shapeOf } from "../../tensor.js";
import type { Nd, Shape, Tensor } from "../../tensor.js";
import { broadcastView, lastTwoSwapped } from "../../views.js";
import { unbroadcast } from "../shape/broadcast.js";
import { reshape } from "../shape/reshape.js";

type Product = Op<[a: Tensor, b: Tensor]>;

function productOf(ta: boolean, tb: boolean): Product {
  const fn: Product = op(
    "matmul",
    {
      shapeOf(a, b) {
        const [s, t] = [shapeOf(a), shapeOf(b)];
        const [rs, rt] = [s.length, t.length];
        const [m, n] = [s[ta ? rs - 1 : rs - 2]!, t[tb ? rt - 2 : rt - 1]!];
        if (rs === 2 && rt === 2) return [m, n];
        return [...broadcastShapes("matmul", s.slice(0, -2), t.slice(0, -2)), m, n];
      },
      fill: (out, a, b) => kernels().matmul(out, stack(a, out, ta), stack(b, out, tb)),
    },
    {
      vjp: [
        (g, _ans, a, b) => unbroadcast(ta ? product(b, g, tb, true) : product(g, b, false, !tb), a),
        (g, _ans, a, b) => unbroadcast(tb ? product(g, a, true, ta) : product(a, g, !ta, false), b),
      ],
      jvp: ["linear", "linear"],
    },
  );
  return fn;
}

/** The primitives: `ta` and `tb` say which factors they read as transposes. */
export const products = [false, true].flatMap((ta) =>
  [false, true].map((tb) => ({ ta, tb, fn: productOf(ta, tb) })),
);

/**
 * Product of stacks of matrices; `ta` and `tb` say that a matrix is stored transposed.
 * Shapes: [..., m, k] · [..., k, n] → [..., m, n] once transposed, leading dimensions broadcast. k = 0 gives zeros.
 */
export function product(a: Tensor, b: Tensor, ta: boolean, tb: boolean): Tensor {
  return products[(ta ? 2 : 0) + (tb ? 1 : 0)]!.fn(a, b);
}

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
