/** The sum that all convolutions are made of, and that is its own derivative up to padding, turning and order of axes. */
import { isContiguous, kernels } from "@ndgrad/kernels";
import { op } from "../../op.js";
import type { Op } from "../../op.js";
import { asNd, empty, shapeOf, sizeOf } from "../../tensor.js";
import type { Nd, Shape, Tensor } from "../../tensor.js";
import { flip } from "../../ops/shape/flip.js";
import { pad } from "../../ops/shape/pad.js";
import { permute } from "../shape/permute.js";

/**
 * out[p, q, i] = Σ x[p, d, i + j]·w[q, d, j], over d and j, for all i where i + j stays inside x.
 * Shapes: [P, D, n, …], [Q, D, m, …] → [P, Q, n − m + 1, …], with one axis or more behind D, 1 ≤ m ≤ n. Bilinear.
 */
export const correlate: Op<[x: Tensor, w: Tensor]> = op(
  "correlate",
  {
    shapeOf(x, w) {
      const [[p, , ...n], [q, , ...m]] = [shapeOf(x), shapeOf(w)];
      return [p!, q!, ...n.map((size, a) => size - m[a]! + 1)];
    },
    fill: (out, x, w) => accumulate(out, contiguous(asNd(x)), contiguous(asNd(w))),
  },
  {
    vjp: [
      (g, _ans, _x, w) => {
        const margins = shapeOf(w).map((m, a) => (a < 2 ? 0 : m - 1));
        return correlate(pad(g, margins.map((m) => [m, m] as const)), swapped(turned(w))); // prettier-ignore
      },
      (g, _ans, x) => swapped(correlate(swapped(x), swapped(g))),
    ],
    jvp: ["linear", "linear"],
  },
);

/** `w` with all axes but the first two reversed. */
export function turned(w: Tensor): Tensor {
  return flip(w, { axis: shapeOf(w).flatMap((_, a) => (a < 2 ? [] : [a])) });
}

/** The first two axes exchanged. */
export function swapped(x: Tensor): Tensor {
  return permute(x, shapeOf(x).map((_, a) => (a < 2 ? 1 - a : a))); // prettier-ignore
}

function contiguous(x: Nd): Nd {
  if (isContiguous(x)) return x;
  const copy = empty(x.shape);
  kernels().copy(copy, x);
  return copy;
}

/** The last axis is a loop of its own, over the lists of where its rows begin. */
function accumulate(out: Nd, x: Nd, w: Nd): void {
  const [[p, d, ...n], [q, , ...m], [, , ...o]] = [x.shape, w.shape, out.shape] as [number[], number[], number[]]; // prettier-ignore
  const [rows, taps, lines] = [rowStarts(n, o), rowStarts(n, m), rowStarts(o, o)];
  const tapLines = rowStarts(m, m);
  const [xSize, wSize, outSize] = [sizeOf(n), sizeOf(m), sizeOf(o)];
  out.data.fill(0);
  for (let i = 0; i < p!; i++)
    for (let j = 0; j < q!; j++)
      for (let k = 0; k < d!; k++)
        for (let r = 0; r < rows.length; r++)
          for (let t = 0; t < taps.length; t++)
            correlateRow(
              out.data,
              out.offset + (i * q! + j) * outSize + lines[r]!,
              o.at(-1)!,
              x.data,
              x.offset + (i * d! + k) * xSize + rows[r]! + taps[t]!,
              w.data,
              w.offset + (j * d! + k) * wSize + tapLines[t]!,
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
