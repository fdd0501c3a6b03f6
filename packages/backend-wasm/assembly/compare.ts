/** Comparisons, whose answers are bytes of 1 and 0. */

/** Like `mapBinary`, with bytes in `out`. */
export function mapCompare<F>(
  m: i32,
  n: i32,
  out: usize,
  outRow: isize,
  x: usize,
  xRow: isize,
  xStep: i32,
  y: usize,
  yRow: isize,
  yStep: i32,
): void {
  for (let i = 0; i < m; i++) {
    compareRow<F>(n, out, x, (<isize>xStep) << 1, y, (<isize>yStep) << 1);
    out += outRow;
    x += xRow;
    y += yRow;
  }
}

/** `xStep` and `yStep` lead from one pair of numbers to the next: 16, or 0 for a constant operand. */
function compareRow<F>(n: i32, out: usize, x: usize, xStep: isize, y: usize, yStep: isize): void {
  const f = changetype<F>(0);
  const one = i8x16.splat(1);
  let i = 0;
  for (; i < n - 7; i += 8, out += 8) {
    const a = f.of(pair(x, xStep), pair(y, yStep));
    const b = f.of(pair(x + xStep, xStep), pair(y + yStep, yStep));
    const c = f.of(pair(x + 2 * xStep, xStep), pair(y + 2 * yStep, yStep));
    const d = f.of(pair(x + 3 * xStep, xStep), pair(y + 3 * yStep, yStep));
    const ab = v128.shuffle<i32>(a, b, 0, 2, 4, 6);
    const cd = v128.shuffle<i32>(c, d, 0, 2, 4, 6);
    const half = i16x8.narrow_i32x4_s(ab, cd);
    v128.store_lane<i64>(out, v128.and(i8x16.narrow_i16x8_s(half, half), one), 0);
    x += 4 * xStep;
    y += 4 * yStep;
  }
  for (; i < n; i++, out++) {
    const answer = f.of(v128.load_splat<f64>(x), v128.load_splat<f64>(y));
    store<u8>(out, v128.any_true(answer) ? 1 : 0);
    x += xStep >> 1;
    y += yStep >> 1;
  }
}

function pair(x: usize, step: isize): v128 {
  return step == 0 ? v128.load_splat<f64>(x) : v128.load(x);
}

@unmanaged
export class Equal {
  @inline
  of(x: v128, y: v128): v128 {
    return f64x2.eq(x, y);
  }
}

@unmanaged
export class NotEqual {
  @inline
  of(x: v128, y: v128): v128 {
    return f64x2.ne(x, y);
  }
}

@unmanaged
export class Greater {
  @inline
  of(x: v128, y: v128): v128 {
    return f64x2.gt(x, y);
  }
}

@unmanaged
export class GreaterEqual {
  @inline
  of(x: v128, y: v128): v128 {
    return f64x2.ge(x, y);
  }
}

@unmanaged
export class Less {
  @inline
  of(x: v128, y: v128): v128 {
    return f64x2.lt(x, y);
  }
}

@unmanaged
export class LessEqual {
  @inline
  of(x: v128, y: v128): v128 {
    return f64x2.le(x, y);
  }
}
