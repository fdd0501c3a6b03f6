/** Pairwise folds of rows and columns: rounding errors grow with log n, not n (Higham 1993). */

/** Up to this many entries of a row, or rows of columns, are combined in one loop. */
const PIECE: i32 = 256;
/** The number of columns combined together. */
const WIDTH: i32 = 256;

/** Each of the m entries of `out` combines the n entries of a row of x. */
export function foldRows<F>(
  m: i32,
  n: i32,
  out: usize,
  outStep: isize,
  x: usize,
  xRow: isize,
  identity: f64,
): void {
  for (let i = 0; i < m; i++) {
    f64.store(out, foldRow<F>(n, x, identity));
    out += outStep;
    x += xRow;
  }
}

export function foldRow<F>(n: i32, x: usize, identity: f64): f64 {
  if (n <= PIECE) return foldPiece<F>(n, x, identity);
  const half = (n >> 1) & ~7;
  const first = foldRow<F>(half, x, identity);
  return combine<F>(first, foldRow<F>(n - half, x + ((<usize>half) << 3), identity));
}

function combine<F>(x: f64, y: f64): f64 {
  return f64x2.extract_lane(changetype<F>(0).of(f64x2.splat(x), f64x2.splat(y)), 0);
}

function foldPiece<F>(n: i32, x: usize, identity: f64): f64 {
  const f = changetype<F>(0);
  let a = f64x2.splat(identity);
  let b = a;
  let c = a;
  let d = a;
  let i = 0;
  for (; i < n - 7; i += 8, x += 64) {
    a = f.of(a, v128.load(x));
    b = f.of(b, v128.load(x, 16));
    c = f.of(c, v128.load(x, 32));
    d = f.of(d, v128.load(x, 48));
  }
  for (; i < n - 1; i += 2, x += 16) a = f.of(a, v128.load(x));
  a = f.of(f.of(a, b), f.of(c, d));
  const sum = combine<F>(f64x2.extract_lane(a, 0), f64x2.extract_lane(a, 1));
  return i < n ? combine<F>(sum, f64.load(x)) : sum;
}

/**
 * Each of the n contiguous entries of `out` combines the m entries of a column of x. `workspace` holds one row per
 * level of recursion.
 */
export function foldColumns<F>(
  m: i32,
  n: i32,
  out: usize,
  x: usize,
  xRow: isize,
  identity: f64,
  workspace: usize,
): void {
  for (let first = 0; first < n; first += WIDTH) {
    const at = (<usize>first) << 3;
    foldHalves<F>(m, min(WIDTH, n - first), out + at, x + at, xRow, identity, workspace);
  }
}

function foldHalves<F>(
  m: i32,
  n: i32,
  to: usize,
  x: usize,
  xRow: isize,
  identity: f64,
  workspace: usize,
): void {
  if (m <= PIECE) {
    fillRow(n, to, identity);
    addRows<F>(m, n, to, x, xRow);
  } else {
    const half = m >> 1;
    foldHalves<F>(half, n, to, x, xRow, identity, workspace);
    foldHalves<F>(m - half, n, workspace, x + half * xRow, xRow, identity, workspace + ((<usize>n) << 3));
    addRows<F>(1, n, to, workspace, 0);
  }
}

function fillRow(n: i32, to: usize, value: f64): void {
  for (let i = 0; i < n; i++) f64.store(to + ((<usize>i) << 3), value);
}

/** Combines m rows into one, four at a time. */
function addRows<F>(m: i32, n: i32, to: usize, x: usize, xRow: isize): void {
  const f = changetype<F>(0);
  let i = 0;
  for (; i < m - 3; i += 4, x += 4 * xRow) {
    let x0 = x;
    let x1 = x + xRow;
    let x2 = x1 + xRow;
    let x3 = x2 + xRow;
    let o = to;
    let j = 0;
    for (; j < n - 1; j += 2, o += 16, x0 += 16, x1 += 16, x2 += 16, x3 += 16) {
      const four = f.of(f.of(v128.load(x0), v128.load(x1)), f.of(v128.load(x2), v128.load(x3)));
      v128.store(o, f.of(v128.load(o), four));
    }
    if (j < n) {
      const four = combine<F>(combine<F>(f64.load(x0), f64.load(x1)), combine<F>(f64.load(x2), f64.load(x3)));
      f64.store(o, combine<F>(f64.load(o), four));
    }
  }
  for (; i < m; i++, x += xRow) {
    let j = 0;
    for (; j < n - 1; j += 2) {
      const at = (<usize>j) << 3;
      v128.store(to + at, f.of(v128.load(to + at), v128.load(x + at)));
    }
    const at = (<usize>j) << 3;
    if (j < n) f64.store(to + at, combine<F>(f64.load(to + at), f64.load(x + at)));
  }
}
