/** Loops over rows of two operands, either of which may be one number per row. */

/** `xStep` is 8 where x is a row of numbers, 0 where it is one number for the whole row; so is `yStep`. */
export function mapBinary<F>(
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
    if (xStep == 0 && yStep == 0) neitherVaries<F>(n, out, v128.load_splat<f64>(x), v128.load_splat<f64>(y));
    else if (xStep == 0) firstRepeated<F>(n, out, v128.load_splat<f64>(x), y);
    else if (yStep == 0) secondRepeated<F>(n, out, x, v128.load_splat<f64>(y));
    else bothVary<F>(n, out, x, y);
    out += outRow;
    x += xRow;
    y += yRow;
  }
}

function neitherVaries<F>(n: i32, out: usize, x: v128, y: v128): void {
  const answer = changetype<F>(0).of(x, y);
  for (let i = 0; i < n; i++) v128.store_lane<f64>(out + ((<usize>i) << 3), answer, 0);
}

function bothVary<F>(n: i32, out: usize, x: usize, y: usize): void {
  const f = changetype<F>(0);
  const end = out + ((<usize>n) << 3);
  const whole = out + (((<usize>n) & ~3) << 3);
  for (; out < whole; out += 32, x += 32, y += 32) {
    const first = f.of(v128.load(x), v128.load(y));
    const second = f.of(v128.load(x, 16), v128.load(y, 16));
    v128.store(out, first);
    v128.store(out, second, 16);
  }
  if (end - out >= 16) {
    v128.store(out, f.of(v128.load(x), v128.load(y)));
    out += 16;
    x += 16;
    y += 16;
  }
  if (out < end) v128.store_lane<f64>(out, f.of(v128.load_splat<f64>(x), v128.load_splat<f64>(y)), 0);
}

function firstRepeated<F>(n: i32, out: usize, x: v128, y: usize): void {
  const f = changetype<F>(0);
  const end = out + ((<usize>n) << 3);
  const whole = out + (((<usize>n) & ~3) << 3);
  for (; out < whole; out += 32, y += 32) {
    const first = f.of(x, v128.load(y));
    const second = f.of(x, v128.load(y, 16));
    v128.store(out, first);
    v128.store(out, second, 16);
  }
  if (end - out >= 16) {
    v128.store(out, f.of(x, v128.load(y)));
    out += 16;
    y += 16;
  }
  if (out < end) v128.store_lane<f64>(out, f.of(x, v128.load_splat<f64>(y)), 0);
}

function secondRepeated<F>(n: i32, out: usize, x: usize, y: v128): void {
  const f = changetype<F>(0);
  const end = out + ((<usize>n) << 3);
  const whole = out + (((<usize>n) & ~3) << 3);
  for (; out < whole; out += 32, x += 32) {
    const first = f.of(v128.load(x), y);
    const second = f.of(v128.load(x, 16), y);
    v128.store(out, first);
    v128.store(out, second, 16);
  }
  if (end - out >= 16) {
    v128.store(out, f.of(v128.load(x), y));
    out += 16;
    x += 16;
  }
  if (out < end) v128.store_lane<f64>(out, f.of(v128.load_splat<f64>(x), y), 0);
}
