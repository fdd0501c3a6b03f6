/**
 * Large matrix products: packs pieces that fit the caches in the order in which tiles read them (Goto & van de Geijn
 * 2008).
 */
import type { Matrix, Sizes } from "./matrix.js";

/**
 * A piece of `a` is HEIGHT x DEPTH (192 KiB), a piece of `b` is DEPTH x WIDTH (1 MiB): both fit in a second-level
 * cache.
 */
const HEIGHT = 96;
const DEPTH = 256;
const WIDTH = 512;

/** Workspace for the pieces, allocated once. It holds nothing between two calls. */
let workspace:
  { readonly a: Float64Array; readonly b: Float64Array; readonly edge: Float64Array } | undefined;

/** out = a b, with any strides. */
export function multiplyPacked({ m, n, k }: Sizes, out: Matrix, a: Matrix, b: Matrix): void {
  workspace ??= {
    a: new Float64Array(HEIGHT * DEPTH),
    b: new Float64Array(DEPTH * WIDTH),
    edge: new Float64Array(16),
  };
  for (let j = 0; j < n; j += WIDTH) {
    const width = Math.min(WIDTH, n - j);
    for (let l = 0; l < k; l += DEPTH) {
      const depth = Math.min(DEPTH, k - l);
      pack(workspace.b, b.data, b.offset + l * b.row + j * b.column, b.column, b.row, width, depth);
      for (let i = 0; i < m; i += HEIGHT) {
        const height = Math.min(HEIGHT, m - i);
        pack(workspace.a, a.data, a.offset + i * a.row + l * a.column, a.row, a.column, height, depth);
        const offset = out.offset + i * out.row + j * out.column;
        multiplyPieces({ m: height, n: width, k: depth }, { ...out, offset }, workspace, l === 0);
      }
    }
  }
}

/** Packs vectors in groups of four: entry l of vector v of a group is at 4 * l + v. Zeros fill up the last group. */
// prettier-ignore
function pack(
  to: Float64Array, x: Float64Array, from: number, vectorStep: number, step: number, vectors: number, length: number,
): void {
  let p = 0;
  for (let first = 0; first < vectors; first += 4) {
    const start = from + first * vectorStep;
    if (first + 4 <= vectors) {
      for (let l = 0, q = start; l < length; l++, q += step, p += 4) {
        to[p] = x[q]!;
        to[p + 1] = x[q + vectorStep]!;
        to[p + 2] = x[q + 2 * vectorStep]!;
        to[p + 3] = x[q + 3 * vectorStep]!;
      }
    } else {
      for (let l = 0; l < length; l++) {
        for (let v = 0; v < 4; v++) to[p++] = first + v < vectors ? x[start + v * vectorStep + l * step]! : 0;
      }
    }
  }
}

function multiplyPieces(
  { m, n, k }: Sizes,
  out: Matrix,
  pieces: NonNullable<typeof workspace>,
  isFirst: boolean,
): void {
  const { a, b, edge } = pieces;
  for (let j = 0; j < n; j += 4) {
    for (let i = 0; i < m; i += 4) {
      const oo = out.offset + i * out.row + j * out.column;
      if (i + 4 <= m && j + 4 <= n) {
        tile(k, a, i * k, b, j * k, out.data, oo, out.row, out.column, isFirst);
      } else {
        tile(k, a, i * k, b, j * k, edge, 0, 4, 1, true);
        for (let r = 0; r < 4 && i + r < m; r++) {
          for (let c = 0; c < 4 && j + c < n; c++) {
            const at = oo + r * out.row + c * out.column;
            out.data[at] = (isFirst ? 0 : out.data[at]!) + edge[4 * r + c]!;
          }
        }
      }
    }
  }
}

/** A group of `a` times a group of `b`, stored to `o` if `isFirst`, else added to it. */
// prettier-ignore
function tile(
  k: number,
  a: Float64Array, ao: number,
  b: Float64Array, bo: number,
  o: Float64Array, oo: number, oR: number, oC: number,
  isFirst: boolean,
): void {
  let s00 = 0, s01 = 0, s02 = 0, s03 = 0;
  let s10 = 0, s11 = 0, s12 = 0, s13 = 0;
  let s20 = 0, s21 = 0, s22 = 0, s23 = 0;
  let s30 = 0, s31 = 0, s32 = 0, s33 = 0;
  for (const end = ao + 4 * k; ao < end; ao += 4, bo += 4) {
    const y0 = b[bo]!, y1 = b[bo + 1]!, y2 = b[bo + 2]!, y3 = b[bo + 3]!;
    let x = a[ao]!;
    s00 += x * y0; s01 += x * y1; s02 += x * y2; s03 += x * y3;
    x = a[ao + 1]!;
    s10 += x * y0; s11 += x * y1; s12 += x * y2; s13 += x * y3;
    x = a[ao + 2]!;
    s20 += x * y0; s21 += x * y1; s22 += x * y2; s23 += x * y3;
    x = a[ao + 3]!;
    s30 += x * y0; s31 += x * y1; s32 += x * y2; s33 += x * y3;
  }
  if (!isFirst) {
    let p = oo;
    s00 += o[p]!; s01 += o[p + oC]!; s02 += o[p + 2 * oC]!; s03 += o[p + 3 * oC]!;
    p += oR;
    s10 += o[p]!; s11 += o[p + oC]!; s12 += o[p + 2 * oC]!; s13 += o[p + 3 * oC]!;
    p += oR;
    s20 += o[p]!; s21 += o[p + oC]!; s22 += o[p + 2 * oC]!; s23 += o[p + 3 * oC]!;
    p += oR;
    s30 += o[p]!; s31 += o[p + oC]!; s32 += o[p + 2 * oC]!; s33 += o[p + 3 * oC]!;
  }
  o[oo] = s00; o[oo + oC] = s01; o[oo + 2 * oC] = s02; o[oo + 3 * oC] = s03;
  oo += oR;
  o[oo] = s10; o[oo + oC] = s11; o[oo + 2 * oC] = s12; o[oo + 3 * oC] = s13;
  oo += oR;
  o[oo] = s20; o[oo + oC] = s21; o[oo + 2 * oC] = s22; o[oo + 3 * oC] = s23;
  oo += oR;
  o[oo] = s30; o[oo + oC] = s31; o[oo + 2 * oC] = s32; o[oo + 3 * oC] = s33;
}
