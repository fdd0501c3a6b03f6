/** Loops over contiguous numbers, for functions of one argument. */

/** `F` has `of`, for any numbers. Two vectors at a time keep both multipliers of the machine busy. */
export function mapUnary<F>(n: i32, out: usize, x: usize): void {
  const f = changetype<F>(0);
  const end = out + ((<usize>n) << 3);
  const pairs = out + (((<usize>n) & ~3) << 3);
  while (out < pairs) {
    const y0 = f.of(v128.load(x));
    const y1 = f.of(v128.load(x, 16));
    v128.store(out, y0);
    v128.store(out, y1, 16);
    out += 32;
    x += 32;
  }
  while (out < end) {
    const isLast = end - out == 8;
    const y = f.of(isLast ? v128.load_splat<f64>(x) : v128.load(x));
    if (isLast) v128.store_lane<f64>(out, y, 0);
    else v128.store(out, y);
    out += 16;
    x += 16;
  }
}

/**
 * `F` has `of`, valid where `usual` holds, and `rare`, valid everywhere, including infinities, NaN and subnormal
 * answers.
 */
export function mapGuarded<F>(n: i32, out: usize, x: usize): void {
  const f = changetype<F>(0);
  const end = out + ((<usize>n) << 3);
  const pairs = out + (((<usize>n) & ~3) << 3);
  while (out < pairs) {
    const x0 = v128.load(x);
    const x1 = v128.load(x, 16);
    if (i64x2.all_true(v128.and(f.usual(x0), f.usual(x1)))) {
      const y0 = f.of(x0);
      const y1 = f.of(x1);
      v128.store(out, y0);
      v128.store(out, y1, 16);
    } else {
      const y0 = f.rare(x0);
      const y1 = f.rare(x1);
      v128.store(out, y0);
      v128.store(out, y1, 16);
    }
    out += 32;
    x += 32;
  }
  while (out < end) {
    const isLast = end - out == 8;
    const v = isLast ? v128.load_splat<f64>(x) : v128.load(x);
    const y = i64x2.all_true(f.usual(v)) ? f.of(v) : f.rare(v);
    if (isLast) v128.store_lane<f64>(out, y, 0);
    else v128.store(out, y);
    out += 16;
    x += 16;
  }
}

/** `F` has `of` for one number: for functions that are not worth vectorising. */
export function mapScalar<F>(n: i32, out: usize, x: usize): void {
  const f = changetype<F>(0);
  for (let i = 0; i < n; i++) f64.store(out + ((<usize>i) << 3), f.of(f64.load(x + ((<usize>i) << 3))));
}
