/** Running sums and extremes along an axis. */
import { checked } from "../../options.js";
import { kernels } from "@ndgrad/kernels";
import ndarray from "ndarray";
import { nonDifferentiable } from "../../op.js";
import { op } from "../../op.js";
import type { Op } from "../../op.js";
import { asNd, shapeOf, sizeOf } from "../../tensor.js";
import type { Indices, Nd, Tensor } from "../../tensor.js";
import { flip } from "../../ops/shape/flip.js";
import { takeAlongAxis } from "../../ops/index/take.js";
import { logaddexp } from "../elementwise/logaddexp.js";
import { alongLast, scan } from "../../ops/reduce/scan.js";
import type { ScanOptions } from "../../ops/reduce/scan.js";

/** Running sum of the last axis; its transpose runs from the other end. */
const cumsumLast: Op<[x: Tensor]> = op(
  "cumsum",
  { shapeOf: (x) => shapeOf(x), fill: (out, x) => kernels().cumsum(out, asNd(x)) },
  { vjp: [(g) => flip(cumsumLast(flip(g, { axis: -1 })), { axis: -1 })], jvp: ["linear"] },
);

/** Sum of the entries up to each along `axis`, or of the flattened array. Shapes: kept. Linear. Throws AxisError. */
export function cumsum(x: Tensor, options: ScanOptions = {}): Nd {
  const { axis } = checked("cumsum", options, ["axis"]);
  return alongLast("cumsum", x, axis, cumsumLast);
}

/** log Σ exp of the entries up to each along `axis`, or of the flattened array, without overflow. Throws AxisError. */
export function logcumsumexp(x: Tensor, options: ScanOptions = {}): Nd {
  const { axis } = checked("logcumsumexp", options, ["axis"]);
  return scan("logcumsumexp", x, axis, logaddexp);
}

/** Where the running extreme of each row of the last axis stands: the first of equal entries; a NaN stays. */
const leaders = nonDifferentiable("leaders", (x: Tensor, sign: number): Exclude<Indices, number> => {
  const shape = shapeOf(x);
  const rows = asNd(x);
  const out = new Int32Array(sizeOf(shape));
  const n = shape.at(-1)!;
  const flat = ndarray(new Float64Array(out.length), shape.slice());
  kernels().copy(flat, rows);
  for (let start = 0; start < out.length; start += n) {
    let best = 0;
    for (let i = 0; i < n; i++) {
      const [v, b] = [sign * flat.data[start + i]!, sign * flat.data[start + best]!];
      if (v > b || (v !== v && b === b)) best = i;
      out[start + i] = best;
    }
  }
  return ndarray(out, shape.slice());
});

/** The largest entry up to each along `axis`, or of the flattened array; NaN from the first NaN on. Derivative: to the first of ties. */
export function cummax(x: Tensor, options: ScanOptions = {}): Nd {
  const { axis } = checked("cummax", options, ["axis"]);
  return alongLast("cummax", x, axis, (y) => takeAlongAxis(y, leaders(y, 1)));
}

/** The smallest entry up to each; all else as `cummax`. */
export function cummin(x: Tensor, options: ScanOptions = {}): Nd {
  const { axis } = checked("cummin", options, ["axis"]);
  return alongLast("cummin", x, axis, (y) => takeAlongAxis(y, leaders(y, -1)));
}
