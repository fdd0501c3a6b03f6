/** Copies matrices with any steps, and fills with one number. */

/** Writes `value` n times from `out` on. */
export function fill(n: i32, out: usize, value: f64): void {
  const both = f64x2.splat(value);
  const pairs = out + (((<usize>n) & ~1) << 3);
  for (; out < pairs; out += 16) v128.store(out, both);
  if (n & 1) f64.store(out, value);
}

/** Matrices are copied in squares of this size, whose lines stay in the first-level cache. */
const BLOCK: i32 = 16;

export function copy(
  m: i32,
  n: i32,
  out: usize,
  outRow: isize,
  outStep: isize,
  x: usize,
  xRow: isize,
  xStep: isize,
): void {
  if (outStep == 8 && xStep == 8) {
    for (let i = 0; i < m; i++, out += outRow, x += xRow) memory.copy(out, x, (<usize>n) << 3);
  } else if (m < BLOCK || n < BLOCK) {
    copyBlock(m, n, out, outRow, outStep, x, xRow, xStep);
  } else {
    for (let i = 0; i < m; i += BLOCK) {
      for (let j = 0; j < n; j += BLOCK) {
        const to = out + i * outRow + j * outStep;
        const from = x + i * xRow + j * xStep;
        copyBlock(min(BLOCK, m - i), min(BLOCK, n - j), to, outRow, outStep, from, xRow, xStep);
      }
    }
  }
}

function copyBlock(
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
    let o = out;
    let p = x;
    for (let j = 0; j < n; j++, o += outStep, p += xStep) f64.store(o, f64.load(p));
  }
}
