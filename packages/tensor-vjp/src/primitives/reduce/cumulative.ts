/** Running sums, and the positions of running extremes. */
import type { PrimitiveFn } from "@ndgrad/core";
import { kernels, ndarray } from "@ndgrad/kernels";
import { linear } from "../../derivative.js";
import { leadingAxis, primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import { asNd, shapeOf, sizeOf } from "../../tensor.js";
import type { Indices, Tensor } from "../../tensor.js";
import { reverseView } from "../../views.js";
import { axisLast } from "./axes.js";

/** Running sum along an axis, from its end if `backwards`. The transpose runs the other way. */
export const cumsumAlong: Op<[x: Tensor, axis: number, backwards: boolean]> = primitive("cumsum", {
  shape: (x) => shapeOf(x),
  kernel(out, x, axis, backwards) {
    const [to, from] = axisLast(out, asNd(x), axis);
    const last = to.shape.length - 1;
    if (backwards) kernels().cumsum(reverseView(to, last), reverseView(from, last));
    else kernels().cumsum(to, from);
  },
  derivative: linear((g, _ans, _x, axis, backwards) => cumsumAlong(g, axis, !backwards)),
  batching: (_batched, x, axis, backwards) => cumsumAlong(x, axis + 1, backwards),
});

/** The position of the running extreme along the last axis: the first of ties; a NaN stays. `sign` is 1 for max, −1 for min. */
export const leaders: PrimitiveFn<[x: Tensor, sign: number], Exclude<Indices, number>> = primitive(
  "leaders",
  {
    compute(x, sign) {
      const shape = shapeOf(x);
      const out = new Int32Array(sizeOf(shape));
      const n = shape.at(-1)!;
      const flat = ndarray(new Float64Array(out.length), shape.slice());
      kernels().copy(flat, asNd(x));
      for (let start = 0; start < out.length; start += n) {
        let best = 0;
        for (let i = 0; i < n; i++) {
          const [v, b] = [sign * flat.data[start + i]!, sign * flat.data[start + best]!];
          if (v > b || (v !== v && b === b)) best = i;
          out[start + i] = best;
        }
      }
      return ndarray(out, shape.slice());
    },
    derivative: null,
    batching: leadingAxis,
  },
);
