/** softmax and relatives of rows, shifted by the largest entry so that no exponential overflows. */
import { Add, Maximum } from "./arithmetic";
import { Exp } from "./exponentials";
import { foldRow } from "./fold";
import { Log } from "./log";

/** Numbers summed in one loop. */
const PIECE: i32 = 256;

export function softmax(m: i32, n: i32, out: usize, outRow: isize, x: usize, xRow: isize): void {
  for (let i = 0; i < m; i++, out += outRow, x += xRow) {
    exponentials(n, out, x, shiftOf(n, x));
    const total = f64x2.splat(foldRow<Add>(n, out, 0));
    let o = out;
    const whole = out + (((<usize>n) & ~1) << 3);
    for (; o < whole; o += 16) v128.store(o, f64x2.div(v128.load(o), total));
    if ((n & 1) != 0) f64.store(o, f64.load(o) / f64x2.extract_lane(total, 0));
  }
}

/** `workspace` holds a piece of a row. */
export function logSoftmax(
  m: i32,
  n: i32,
  out: usize,
  outRow: isize,
  x: usize,
  xRow: isize,
  workspace: usize,
): void {
  for (let i = 0; i < m; i++, out += outRow, x += xRow) {
    const shift = shiftOf(n, x);
    const less = f64x2.splat(shift);
    const total = f64x2.splat(logOf(expSum(n, x, shift, workspace)));
    let o = out;
    let p = x;
    const whole = out + (((<usize>n) & ~1) << 3);
    for (; o < whole; o += 16, p += 16) v128.store(o, f64x2.sub(f64x2.sub(v128.load(p), less), total));
    if ((n & 1) != 0) f64.store(o, f64.load(p) - shift - f64x2.extract_lane(total, 0));
  }
}

/** One number per row. `workspace` holds a piece of a row. */
export function logsumexp(
  m: i32,
  n: i32,
  out: usize,
  outStep: isize,
  x: usize,
  xRow: isize,
  workspace: usize,
): void {
  for (let i = 0; i < m; i++, out += outStep, x += xRow) {
    const shift = shiftOf(n, x);
    f64.store(out, shift + logOf(expSum(n, x, shift, workspace)));
  }
}

/** The largest entry, or 0 if that is not finite. */
function shiftOf(n: i32, x: usize): f64 {
  const largest = foldRow<Maximum>(n, x, -Infinity);
  return abs(largest) < Infinity ? largest : 0;
}

function logOf(x: f64): f64 {
  const f = changetype<Log>(0);
  const v = f64x2.splat(x);
  return f64x2.extract_lane(i64x2.all_true(f.usual(v)) ? f.of(v) : f.rare(v), 0);
}

function expSum(n: i32, x: usize, shift: f64, workspace: usize): f64 {
  if (n <= PIECE) {
    exponentials(n, workspace, x, shift);
    return foldRow<Add>(n, workspace, 0);
  }
  const half = (n >> 1) & ~7;
  const first = expSum(half, x, shift, workspace);
  return first + expSum(n - half, x + ((<usize>half) << 3), shift, workspace);
}

/** out = e^(x - shift) */
function exponentials(n: i32, out: usize, x: usize, shift: f64): void {
  const less = f64x2.splat(shift);
  const end = out + ((<usize>n) << 3);
  const pairs = out + (((<usize>n) & ~3) << 3);
  const f = changetype<Exp>(0);
  for (; out < pairs; out += 32, x += 32) {
    const x0 = f64x2.sub(v128.load(x), less);
    const x1 = f64x2.sub(v128.load(x, 16), less);
    if (i64x2.all_true(v128.and(f.usual(x0), f.usual(x1)))) {
      const y0 = f.of(x0);
      const y1 = f.of(x1);
      v128.store(out, y0);
      v128.store(out, y1, 16);
    } else {
      v128.store(out, f.rare(x0));
      v128.store(out, f.rare(x1), 16);
    }
  }
  for (; out < end; out += 8, x += 8) {
    const v = f64x2.sub(v128.load_splat<f64>(x), less);
    v128.store_lane<f64>(out, i64x2.all_true(f.usual(v)) ? f.of(v) : f.rare(v), 0);
  }
}
