/** Exponentials normalized by their sum along an axis, and their logarithms. */
import { kernels } from "@ndgrad/kernels";
import { inFirst, selfAdjoint } from "../../derivative.js";
import { primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import { asNd, shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { mul, sub } from "../elementwise/arithmetic.js";
import { exp } from "../elementwise/exponential.js";
import { axisLast } from "./axes.js";
import { sumOver } from "./sum.js";

export const softmaxAlong: Op<[x: Tensor, axis: number]> = primitive("softmax", {
  shape: (x) => shapeOf(x),
  kernel: (out, x, axis) => kernels().softmax(...axisLast(out, asNd(x), axis)),
  derivative: selfAdjoint((g, ans, _x, axis) => mul(ans, sub(g, sumOver(mul(g, ans), [axis], true)))),
  batching: (_batched, x, axis) => softmaxAlong(x, axis + 1),
});

export const logSoftmaxAlong: Op<[x: Tensor, axis: number]> = primitive("logSoftmax", {
  shape: (x) => shapeOf(x),
  kernel: (out, x, axis) => kernels().logSoftmax(...axisLast(out, asNd(x), axis)),
  derivative: inFirst(
    (g, ans, _x, axis) => sub(g, mul(exp(ans), sumOver(g, [axis], true))),
    (t, ans, _x, axis) => sub(t, sumOver(mul(t, exp(ans)), [axis], true)),
  ),
  batching: (_batched, x, axis) => logSoftmaxAlong(x, axis + 1),
});
