/** Matrix products: primitives that can read a factor as its transpose, so that no rule has to copy one. */
import { kernels } from "@ndgrad/kernels";
import { bilinear } from "../../derivative.js";
import { primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import { broadcastShapes } from "../../shape.js";
import { asNd, shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { broadcastView, swapLastTwo } from "../../views.js";
import { raiseRank } from "../batching.js";
import { unbroadcast } from "../shape/broadcast.js";
import { withShape } from "../shape/reshape.js";

type Product = Op<[a: Tensor, b: Tensor]>;

function productOf(name: string, ta: boolean, tb: boolean): Product {
  return primitive(name, {
    shape(a, b) {
      const [s, t] = [shapeOf(a), shapeOf(b)];
      const [rs, rt] = [s.length, t.length];
      const [m, n] = [s[ta ? rs - 1 : rs - 2]!, t[tb ? rt - 2 : rt - 1]!];
      if (rs === 2 && rt === 2) return [m, n];
      return [...broadcastShapes(s.slice(0, -2), t.slice(0, -2)), m, n];
    },
    kernel: (out, a, b) => kernels().matmul(out, stack(a, out, ta), stack(b, out, tb)),
    derivative: bilinear(
      (g, _ans, a, b) => unbroadcast(ta ? product(b, g, tb, true) : product(g, b, false, !tb), a),
      (g, _ans, a, b) => unbroadcast(tb ? product(g, a, true, ta) : product(a, g, !ta, false), b),
    ),
    batching: (batched, a, b) => productOfBatches(batched, a, b, ta, tb),
  });
}

/** In the order of which factors are read as transposes: none, b, a, both. */
const products = [
  productOf("matmul", false, false),
  productOf("matmulNT", false, true),
  productOf("matmulTN", true, false),
  productOf("matmulTT", true, true),
];

/**
 * Product of stacks of matrices; with `ta` or `tb`, that factor is transposed first.
 * Shapes, after transposing: [..., m, k] · [..., k, n] → [..., m, n]; leading dimensions broadcast. k = 0 gives zeros.
 */
export function product(a: Tensor, b: Tensor, ta: boolean, tb: boolean): Tensor {
  return products[(ta ? 2 : 0) + (tb ? 1 : 0)]!(a, b);
}

/** `x` as the kernel needs it: transposed if asked, and with the leading dimensions of `out`. */
function stack(x: Tensor, out: Nd, transposed: boolean): Nd {
  const nd = transposed ? swapLastTwo(asNd(x)) : asNd(x);
  if (nd.shape.length === out.shape.length && out.shape.length === 2) return nd;
  return broadcastView(nd, [...out.shape.slice(0, -2), ...nd.shape.slice(-2)]);
}

/**
 * One large product where only the left side is batched and not transposed, or where one matrix multiplies a batch of
 * columns, which then are the rows of a matrix; else a stack of products.
 */
function productOfBatches(
  [inA, inB]: readonly boolean[],
  a: Tensor,
  b: Tensor,
  ta: boolean,
  tb: boolean,
): Tensor {
  const [s, t] = [shapeOf(a), shapeOf(b)];
  if (!inB && !ta && s.length === 3 && t.length === 2) {
    const [size, m, k] = s as [number, number, number];
    return withShape(product(withShape(a, [size * m, k]), b, false, tb), [size, m, t[tb ? 0 : 1]!]);
  }
  if (!inA && !tb && s.length === 2 && t.length === 3 && t[2] === 1) {
    const rows = product(withShape(b, [t[0]!, t[1]!]), a, false, !ta);
    return withShape(rows, [...shapeOf(rows), 1]);
  }
  const rank = Math.max(s.length - (inA ? 1 : 0), t.length - (inB ? 1 : 0));
  return product(inA ? raiseRank(a, rank) : a, inB ? raiseRank(b, rank) : b, ta, tb);
}
