/** Cumulative sums and products of rows, with any steps. */

export function cumsum(
  m: i32,
  n: i32,
  out: usize,
  outRow: isize,
  outStep: isize,
  x: usize,
  xRow: isize,
  xStep: isize,
): void {
  for (let i = 0; i < m; i++, out += outRow, x += xRow) {
    let s: f64 = 0;
    let o = out;
    let p = x;
    for (let j = 0; j < n; j++, o += outStep, p += xStep) {
      s += f64.load(p);
      f64.store(o, s);
    }
  }
}

export function cumprod(
  m: i32,
  n: i32,
  out: usize,
  outRow: isize,
  outStep: isize,
  x: usize,
  xRow: isize,
  xStep: isize,
): void {
  for (let i = 0; i < m; i++, out += outRow, x += xRow) {
    let s: f64 = 1;
    let o = out;
    let p = x;
    for (let j = 0; j < n; j++, o += outStep, p += xStep) {
      s *= f64.load(p);
      f64.store(o, s);
    }
  }
}
