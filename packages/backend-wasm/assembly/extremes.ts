/** Positions of the extremes of rows: of the first NaN, else of the first best entry. */
import { Maximum, Minimum } from "./arithmetic";
import { foldRow } from "./fold";

export function argmax(m: i32, n: i32, out: usize, x: usize, xRow: isize): void {
  for (let i = 0; i < m; i++, x += xRow) {
    store<i32>(out + ((<usize>i) << 2), position(n, x, foldRow<Maximum>(n, x, -Infinity)));
  }
}

export function argmin(m: i32, n: i32, out: usize, x: usize, xRow: isize): void {
  for (let i = 0; i < m; i++, x += xRow) {
    store<i32>(out + ((<usize>i) << 2), position(n, x, foldRow<Minimum>(n, x, Infinity)));
  }
}

/** The position of the first entry that equals `wanted`, or that is NaN if `wanted` is. */
function position(n: i32, x: usize, wanted: f64): i32 {
  const isNaN = wanted != wanted;
  const w = f64x2.splat(wanted);
  let i = 0;
  for (; i < n - 1; i += 2, x += 16) {
    const v = v128.load(x);
    const hits = i64x2.bitmask(isNaN ? f64x2.ne(v, v) : f64x2.eq(v, w));
    if (hits != 0) return (hits & 1) != 0 ? i : i + 1;
  }
  return i;
}
