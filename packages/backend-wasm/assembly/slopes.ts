/** Loops for slopes, computed from the answer where that is accurate, else from the argument. */
import { mapBinary } from "./binary";

/** Numbers per branch: a branch for every two numbers would be mispredicted half of the time. */
const BLOCK: usize = 32;

/**
 * `F` has `of`, for any numbers; `near`, accurate where `isNear`; and `far`, accurate where `usual` and not `isNear`.
 * Rows and steps as in `mapBinary`, y the answer and x the argument.
 */
export function mapSlope<F>(
  m: i32,
  n: i32,
  out: usize,
  outRow: isize,
  y: usize,
  yRow: isize,
  yStep: i32,
  x: usize,
  xRow: isize,
  xStep: i32,
): void {
  const whole: usize = xStep == 0 || yStep == 0 ? 0 : (<usize>n) & ~(BLOCK - 1);
  const rest = n - <i32>whole;
  for (let i = 0; i < m; i++) {
    for (let at: usize = 0; at < whole << 3; at += BLOCK << 3) slopeBlock<F>(out + at, y + at, x + at);
    const at = whole << 3;
    if (rest > 0) mapBinary<F>(1, rest, out + at, 0, y + at, 0, yStep, x + at, 0, xStep);
    out += outRow;
    y += yRow;
    x += xRow;
  }
}

function slopeBlock<F>(out: usize, y: usize, x: usize): void {
  const f = changetype<F>(0);
  let near = i64x2.splat(-1);
  let usual = near;
  for (let at: usize = 0; at < BLOCK << 3; at += 16) {
    near = v128.and(near, f.isNear(v128.load(y + at)));
    usual = v128.and(usual, f.usual(v128.load(x + at)));
  }
  if (i64x2.all_true(near)) {
    for (let at: usize = 0; at < BLOCK << 3; at += 16) v128.store(out + at, f.near(v128.load(y + at)));
  } else if (i64x2.all_true(usual)) {
    for (let at: usize = 0; at < BLOCK << 3; at += 32) {
      const s0 = Slope.either<F>(v128.load(y + at), v128.load(x + at));
      const s1 = Slope.either<F>(v128.load(y + at, 16), v128.load(x + at, 16));
      v128.store(out + at, s0);
      v128.store(out + at, s1, 16);
    }
  } else {
    for (let at: usize = 0; at < BLOCK << 3; at += 16)
      v128.store(out + at, f.of(v128.load(y + at), v128.load(x + at)));
  }
}

class Slope {
  @inline
  static either<F>(y: v128, x: v128): v128 {
    const f = changetype<F>(0);
    return v128.bitselect(f.near(y), f.far(y, x), f.isNear(y));
  }
}
