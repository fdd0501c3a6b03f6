/** Reordering axes. */
import { kernels } from "@ndgrad/kernels";
import { linear } from "../../derivative.js";
import { primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import { asNd, shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { permuteView } from "../../views.js";

/** Axis i of the result is axis axes[i] of `x`, counted from the front. Linear; the transpose is the inverse permutation. */
export const permute: Op<[x: Tensor, axes: readonly number[]]> = primitive("transpose", {
  shape: (x, axes) => axes.map((a) => shapeOf(x)[a]!),
  kernel: (out, x, axes) => kernels().copy(out, permuteView(asNd(x), axes)),
  derivative: linear((g, _ans, _x, axes) => permute(g, inverse(axes))),
  batching: (_batched, x, axes) => permute(x, [0, ...axes.map((a) => a + 1)]),
});

function inverse(axes: readonly number[]): number[] {
  const order = new Array<number>(axes.length);
  axes.forEach((a, i) => (order[a] = i));
  return order;
}
