/** Batching facts of the structural ops; elementwise ones state theirs where they are made. */
import { attachBatching } from "@ndgrad/core";
import { shapeOf } from "../tensor.js";
import type { Tensor } from "../tensor.js";
import { behind, onesOf, placeInEach, raised } from "./batching.js";
import { broadcastTo, sumTo } from "./shape/broadcast.js";
import { product, products } from "./products/matmul.js";
import { permute } from "./shape/permute.js";
import { read, scatter } from "./index/place.js";
import { reshape, reshapeTo } from "./shape/reshape.js";
import { sumOver } from "./reduce/sum.js";

/** Attach them all; the module that makes `vmap` calls this once. */
export function attachBatchRules(): void {
  attachBatching(broadcastTo, (_, x, shape) => broadcastTo(raised(x, shape.length), [countOf(x), ...shape]));
  attachBatching(sumTo, (_, x, shape) => {
    const [size, ...from] = shapeOf(x);
    return reshape(sumTo(x, [size!, ...onesOf(from.length - shape.length), ...shape]), [size!, ...shape]);
  });
  attachBatching(reshapeTo, (_, x, shape) => reshape(x, [countOf(x), ...shape]));
  attachBatching(permute, (_, x, axes) => permute(x, [0, ...behind(axes)]));
  attachBatching(sumOver, (_, x, axes, keepdims) => sumOver(x, behind(axes), keepdims));
  attachBatching(read, (_, x, place) => read(x, placeInEach(countOf(x), place)));
  attachBatching(scatter, (batched, shape, places, ...gs) => {
    const size = countOf(gs[batched.indexOf(true) - 2]!);
    const all = gs.map((g, i) => (batched[i + 2] ? g : broadcastTo(g, [size, ...shapeOf(g)])));
    return scatter([size, ...shape], places.map((place) => placeInEach(size, place)), ...all); // prettier-ignore
  });
  for (const { fn, ta, tb } of products)
    attachBatching(fn, (batched, a, b) => productOfBatches(batched, a, b, ta, tb));
}

function countOf(batch: Tensor): number {
  return shapeOf(batch)[0]!;
}

/**
 * One big product where only the left side is batched and not transposed, or where one matrix meets a batch of columns,
 * which are the rows of a matrix then; else a stack of products.
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
    return reshape(product(reshape(a, [size * m, k]), b, false, tb), [size, m, -1]);
  }
  if (!inA && !tb && s.length === 2 && t.length === 3 && t[2] === 1) {
    const rows = product(reshape(b, [t[0]!, t[1]!]), a, false, !ta);
    return reshape(rows, [...shapeOf(rows), 1]);
  }
  const rank = Math.max(s.length - (inA ? 1 : 0), t.length - (inB ? 1 : 0));
  return product(inA ? raised(a, rank) : a, inB ? raised(b, rank) : b, ta, tb);
}
