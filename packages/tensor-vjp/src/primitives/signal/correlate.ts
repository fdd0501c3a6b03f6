/** Correlation, from which all convolutions are made. Its derivatives are correlations of padded, reversed, permuted arrays. */
import { bilinear } from "../../derivative.js";
import { primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import { asNd, shapeOf, sizeOf } from "../../tensor.js";
import type { Nd, Shape, Tensor } from "../../tensor.js";
import { asContiguous, reverseView } from "../../views.js";
import { boxSelection, read, scatter, viewSelection } from "../index/selection.js";
import { inEveryExample } from "../shape/broadcast.js";
import { permute } from "../shape/permute.js";

/**
 * out[p, q, i] = Σ x[p, d, i + j]·w[q, d, j], over d and j, for all i where i + j stays inside x. `axes`, one or more, is the
 * number of axes that i and j run along. Leading axes, the same for both, are a stack of such sums.
 * Shapes: [..., P, D, n, …], [..., Q, D, m, …] → [..., P, Q, n − m + 1, …], 1 ≤ m ≤ n. Bilinear.
 */
export const correlate: Op<[x: Tensor, w: Tensor, axes: number]> = primitive("correlate", {
  shape(x, w, axes) {
    const [[stack, p, , n], [, q, , m]] = [parts(shapeOf(x), axes), parts(shapeOf(w), axes)];
    return [...stack, p, q, ...n.map((size, a) => size - m[a]! + 1)];
  },
  kernel: (out, x, w, axes) => accumulate(out, asContiguous(asNd(x)), asContiguous(asNd(w)), axes),
  derivative: bilinear(
    (g, _ans, _x, w, axes) =>
      correlate(padFull(g, w, axes), swapBeforeLast(reverseLast(w, axes), axes), axes),
    (g, _ans, x, _w, axes) =>
      swapBeforeLast(correlate(swapBeforeLast(x, axes), swapBeforeLast(g, axes), axes), axes),
  ),
  batching([inX, inW], x, w, axes) {
    const size = shapeOf(inX ? x : w)[0]!;
    return correlate(inX ? x : inEveryExample(x, size), inW ? w : inEveryExample(w, size), axes);
  },
});

/** `w` with its last axes, as many as `axes`, reversed. */
export function reverseLast(w: Tensor, axes: number): Tensor {
  const shape = shapeOf(w);
  const reversed = Array.from({ length: axes }, (_, i) => shape.length - 1 - i);
  return read(
    w,
    viewSelection(shape, (nd) => reversed.reduce(reverseView, nd)),
  );
}

/** The two axes before the last `axes` swapped. */
export function swapBeforeLast(x: Tensor, axes: number): Tensor {
  const order = [...shapeOf(x).keys()];
  const p = order.length - axes - 2;
  return permute(x, order.with(p, p + 1).with(p + 1, p));
}

/** `g` with zeros around it, so that every entry of `w` meets every entry of `g`. */
function padFull(g: Tensor, w: Tensor, axes: number): Tensor {
  const [shape, taps] = [shapeOf(g), shapeOf(w)];
  const margins = taps.map((m, a) => (a < taps.length - axes ? 0 : m - 1));
  return scatter(shape.map((n, a) => n + 2 * margins[a]!), [boxSelection(shape, margins)], g); // prettier-ignore
}

/** A shape taken apart: the stack, the kept axis, the summed axis, the correlated axes. */
function parts(shape: Shape, axes: number): [stack: Shape, p: number, d: number, n: Shape] {
  const at = shape.length - axes - 2;
  return [shape.slice(0, at), shape[at]!, shape[at + 1]!, shape.slice(at + 2)];
}

/** Loops over all rows along the last axis, by lists of where they begin; `correlateRow` does each. */
function accumulate(out: Nd, x: Nd, w: Nd, axes: number): void {
  const [stack, p, d, n] = parts(x.shape, axes);
  const [[, q, , m], [, , , o]] = [parts(w.shape, axes), parts(out.shape, axes)];
  const [rows, taps, lines] = [rowStarts(n, o), rowStarts(n, m), rowStarts(o, o)];
  const tapLines = rowStarts(m, m);
  const [xSize, wSize, outSize] = [sizeOf(n), sizeOf(m), sizeOf(o)];
  out.data.fill(0);
  for (let i = 0; i < p * sizeOf(stack); i++)
    for (let j = 0; j < q; j++)
      for (let k = 0; k < d; k++)
        for (let r = 0; r < rows.length; r++)
          for (let t = 0; t < taps.length; t++)
            correlateRow(
              out.data,
              out.offset + (i * q + j) * outSize + lines[r]!,
              o.at(-1)!,
              x.data,
              x.offset + (i * d + k) * xSize + rows[r]! + taps[t]!,
              w.data,
              w.offset + ((Math.floor(i / p) * q + j) * d + k) * wSize + tapLines[t]!,
              m.at(-1)!,
            );
}

/** Where the rows of a block of shape `block`, in the corner of a row-major array of shape `shape`, begin. */
function rowStarts(shape: Shape, block: Shape): number[] {
  let starts = [0];
  for (let a = 0; a < shape.length - 1; a++) {
    const stride = sizeOf(shape.slice(a + 1));
    starts = starts.flatMap((start) => Array.from({ length: block[a]! }, (_, i) => start + i * stride));
  }
  return starts;
}

function correlateRow(
  out: Float64Array,
  outAt: number,
  length: number,
  x: Float64Array,
  xAt: number,
  w: Float64Array,
  wAt: number,
  taps: number,
): void {
  for (let i = 0; i < length; i++) {
    let s = 0;
    for (let j = 0; j < taps; j++) s += x[xAt + i + j]! * w[wAt + j]!;
    out[outAt + i]! += s;
  }
}
