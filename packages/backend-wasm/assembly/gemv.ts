/** Matrix-vector products. Each entry of the matrix is used once, so memory bandwidth is all that matters. */
import { Simd } from "./simd";

/**
 * out[i] = sum over l of a[i, l] x[l], with steps in bytes. Either the rows of a and x must be contiguous, or the
 * columns of a.
 */
export function gemv(
  m: i32,
  k: i32,
  out: usize,
  oStep: isize,
  a: usize,
  aRow: isize,
  aStep: isize,
  x: usize,
  xStep: isize,
): void {
  if (aStep == 8 && xStep == 8) alongRows(m, k, out, oStep, a, aRow, x);
  else alongColumns(m, k, out, oStep, a, aStep, x, xStep);
}

/** Four rows at a time, so that each load of x serves four products. */
function alongRows(m: i32, k: i32, out: usize, oStep: isize, a: usize, aRow: isize, x: usize): void {
  const zero = f64x2.splat(0);
  const size = (<usize>(k & ~1)) << 3;
  let i = 0;
  for (; i < m - 3; i += 4, a += 4 * aRow) {
    let s0 = zero;
    let s1 = zero;
    let s2 = zero;
    let s3 = zero;
    let p0 = a;
    let p1 = a + aRow;
    let p2 = p1 + aRow;
    let p3 = p2 + aRow;
    let p = x;
    for (const end = a + size; p0 < end; p0 += 16, p1 += 16, p2 += 16, p3 += 16, p += 16) {
      const v = v128.load(p);
      s0 = Simd.madd(v128.load(p0), v, s0);
      s1 = Simd.madd(v128.load(p1), v, s1);
      s2 = Simd.madd(v128.load(p2), v, s2);
      s3 = Simd.madd(v128.load(p3), v, s3);
    }
    if ((k & 1) != 0) {
      const v = v128.load_zero<f64>(p);
      s0 = Simd.madd(v128.load_zero<f64>(p0), v, s0);
      s1 = Simd.madd(v128.load_zero<f64>(p1), v, s1);
      s2 = Simd.madd(v128.load_zero<f64>(p2), v, s2);
      s3 = Simd.madd(v128.load_zero<f64>(p3), v, s3);
    }
    f64.store(out, across(s0));
    f64.store(out + oStep, across(s1));
    f64.store(out + 2 * oStep, across(s2));
    f64.store(out + 3 * oStep, across(s3));
    out += 4 * oStep;
  }
  for (; i < m; i++, a += aRow, out += oStep) {
    let s = zero;
    let t = zero;
    let l = 0;
    let p = a;
    let q = x;
    for (; l < k - 3; l += 4, p += 32, q += 32) {
      s = Simd.madd(v128.load(p), v128.load(q), s);
      t = Simd.madd(v128.load(p, 16), v128.load(q, 16), t);
    }
    let sum = across(f64x2.add(s, t));
    for (; l < k; l++, p += 8, q += 8) sum += f64.load(p) * f64.load(q);
    f64.store(out, sum);
  }
}

function across(x: v128): f64 {
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1);
}

/** Eight entries of out at a time, which use a whole cache line of a. */
function alongColumns(
  m: i32,
  k: i32,
  out: usize,
  oStep: isize,
  a: usize,
  aStep: isize,
  x: usize,
  xStep: isize,
): void {
  const zero = f64x2.splat(0);
  let i = 0;
  for (; i < m - 7; i += 8, a += 64) {
    let s0 = zero;
    let s1 = zero;
    let s2 = zero;
    let s3 = zero;
    let p = a;
    let q = x;
    for (let l = 0; l < k; l++, p += aStep, q += xStep) {
      const v = v128.load_splat<f64>(q);
      s0 = Simd.madd(v128.load(p), v, s0);
      s1 = Simd.madd(v128.load(p, 16), v, s1);
      s2 = Simd.madd(v128.load(p, 32), v, s2);
      s3 = Simd.madd(v128.load(p, 48), v, s3);
    }
    putPair(out, oStep, s0);
    putPair(out + 2 * oStep, oStep, s1);
    putPair(out + 4 * oStep, oStep, s2);
    putPair(out + 6 * oStep, oStep, s3);
    out += 8 * oStep;
  }
  for (; i < m; i++, a += 8, out += oStep) {
    let sum: f64 = 0;
    let p = a;
    let q = x;
    for (let l = 0; l < k; l++, p += aStep, q += xStep) sum += f64.load(p) * f64.load(q);
    f64.store(out, sum);
  }
}

function putPair(out: usize, oStep: isize, x: v128): void {
  v128.store_lane<f64>(out, x, 0);
  v128.store_lane<f64>(out + oStep, x, 1);
}
