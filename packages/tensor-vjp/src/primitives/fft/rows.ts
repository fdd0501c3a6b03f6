/** Fourier transforms of plain arrays along an axis, row by row. */
import { kernels } from "@ndgrad/kernels";
import { fft, irfft, rfft } from "@ndgrad/numerics/fft";
import { scratch } from "../../scope.js";
import { sizeOf } from "../../tensor.js";
import type { Nd, Shape } from "../../tensor.js";
import { otherAxes, permuteView } from "../../views.js";

type Pair = readonly [re: Nd, im: Nd];

/** Replace contiguous re + i·im by its transform along `axis`, unscaled. */
export function transformRows(re: Nd, im: Nd, axis: number, inverse: boolean): void {
  const n = re.shape[axis]!;
  const stride = sizeOf(re.shape.slice(axis + 1));
  const block = n * stride;
  const size = sizeOf(re.shape);
  for (let start = 0; start < size; start += block)
    for (let i = 0; i < stride; i++) fft(re.data, im.data, n, start + i, stride, inverse);
}

/** The first half of the transform of real `x` along `axis`, times `scale`; bins with a mirror image also times `inner`. */
export function halfOfRows(x: Nd, axis: number, inner: number, scale: number): Pair {
  const n = x.shape[axis]!;
  const m = (n >> 1) + 1;
  const rows = rowsOf(x, axis);
  const count = sizeOf(rows.shape) / n;
  const [re, im] = [scratch(rows.shape.with(-1, m)), scratch(rows.shape.with(-1, m))];
  for (let r = 0; r < count; r++) {
    const [a, b] = [re, im].map(({ data }) => data.subarray(r * m, (r + 1) * m)) as [Float64Array, Float64Array]; // prettier-ignore
    rfft(a, b, rows.data.subarray(r * n, (r + 1) * n), n);
    weigh(a, n, inner, scale);
    weigh(b, n, inner, scale);
  }
  return [moveLastTo(re, axis), moveLastTo(im, axis)];
}

/** The `n` real numbers along `axis` whose transform begins with re + i·im, after weighting as above. */
export function wholeOfRows(re: Nd, im: Nd, axis: number, n: number, inner: number, scale: number): Nd {
  const m = (n >> 1) + 1;
  const [a, b] = [rowsOf(re, axis), rowsOf(im, axis)];
  const out = scratch(a.shape.with(-1, n));
  const count = sizeOf(a.shape) / m;
  for (let r = 0; r < count; r++) {
    const [x, y] = [a, b].map(({ data }) => data.subarray(r * m, (r + 1) * m)) as [Float64Array, Float64Array]; // prettier-ignore
    weigh(x, n, inner, scale);
    weigh(y, n, inner, scale);
    irfft(out.data.subarray(r * n, (r + 1) * n), x, y, n);
  }
  return moveLastTo(out, axis);
}

function weigh(x: Float64Array, n: number, inner: number, scale: number): void {
  if (inner === 1 && scale === 1) return;
  for (let j = 0; j < x.length; j++) x[j]! *= 0 < j && 2 * j < n ? inner * scale : scale;
}

/** A contiguous copy with `axis` last. */
function rowsOf(x: Nd, axis: number): Nd {
  const view = permuteView(x, [...otherAxes(x.shape.length, [axis]), axis]);
  const rows = scratch(view.shape);
  kernels().copy(rows, view);
  return rows;
}

/** Contiguous `rows` with the last axis moved back to `axis`. */
function moveLastTo(rows: Nd, axis: number): Nd {
  const last = rows.shape.length - 1;
  if (axis === last) return rows;
  const order = otherAxes(last, []).toSpliced(axis, 0, last);
  const shape: Shape = order.map((a) => rows.shape[a]!);
  const out = scratch(shape);
  kernels().copy(out, permuteView(rows, order));
  return out;
}

/** A contiguous copy. */
export function scratchCopy(x: Nd): Nd {
  const out = scratch(x.shape);
  kernels().copy(out, x);
  return out;
}
