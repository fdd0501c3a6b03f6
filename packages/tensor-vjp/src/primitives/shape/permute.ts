/** Reordering axes. */
import { kernels } from "@ndgrad/kernels";
import { op } from "../../op.js";
import type { Op } from "../../op.js";
import { asNd, shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { permuted } from "../../views.js";

/** Axis i of the result is axis axes[i] of `x`; `axes` counted from the front. Linear; the transpose is the inverse order. */
export const permute: Op<[x: Tensor, axes: readonly number[]]> = op(
  "transpose",
  {
    shapeOf: (x, axes) => axes.map((a) => shapeOf(x)[a]!),
    fill: (out, x, axes) => kernels().copy(out, permuted(asNd(x), axes)),
  },
  { vjp: [(g, _ans, _x, axes) => permute(g, inverse(axes)), null], jvp: ["linear", null] },
);

function inverse(axes: readonly number[]): number[] {
  const order = new Array<number>(axes.length);
  axes.forEach((a, i) => (order[a] = i));
  return order;
}
