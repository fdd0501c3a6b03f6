/** Chooses between two operands by bytes. */

/** Steps as in `mapBinary`. The condition has one byte per number. */
export function where(
  m: i32,
  n: i32,
  out: usize,
  outRow: isize,
  c: usize,
  cRow: isize,
  x: usize,
  xRow: isize,
  xStep: isize,
  y: usize,
  yRow: isize,
  yStep: isize,
): void {
  for (let i = 0; i < m; i++) {
    chooseRow(n, out, c, x, xStep, y, yStep);
    out += outRow;
    c += cRow;
    x += xRow;
    y += yRow;
  }
}

function chooseRow(n: i32, out: usize, c: usize, x: usize, xStep: isize, y: usize, yStep: isize): void {
  let i = 0;
  for (; i < n - 1; i += 2, out += 16, c += 2) {
    const a = xStep == 0 ? v128.load_splat<f64>(x) : v128.load(x);
    const b = yStep == 0 ? v128.load_splat<f64>(y) : v128.load(y);
    const bytes = i16x8.extend_low_i8x16_u(v128.load_splat<u16>(c));
    const isFalse = i64x2.eq(i64x2.extend_low_i32x4_u(i32x4.extend_low_i16x8_u(bytes)), i64x2.splat(0));
    v128.store(out, v128.bitselect(b, a, isFalse));
    x += 2 * xStep;
    y += 2 * yStep;
  }
  if (i < n) f64.store(out, load<u8>(c) != 0 ? f64.load(x) : f64.load(y));
}
