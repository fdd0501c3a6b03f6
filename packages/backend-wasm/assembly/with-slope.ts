/** Loops for a function and its slope, which share an exponential. */

/**
 * `F` has `shared(x)`, and of that `answer(x, shared)` and `slope(x, shared, y)`, where `usual` holds; `rare` and
 * `rareSlope(y, x)` for any numbers. The answer is to the last digit what the function is alone.
 */
export function mapWithSlope<F>(n: i32, out: usize, slope: usize, x: usize): void {
  const f = changetype<F>(0);
  const pairs = out + (((<usize>n) & ~3) << 3);
  while (out < pairs) {
    const x0 = v128.load(x);
    const x1 = v128.load(x, 16);
    if (i64x2.all_true(v128.and(f.usual(x0), f.usual(x1)))) {
      const shared0 = f.shared(x0);
      const shared1 = f.shared(x1);
      const y0 = f.answer(x0, shared0);
      const y1 = f.answer(x1, shared1);
      const slope0 = f.slope(x0, shared0, y0);
      const slope1 = f.slope(x1, shared1, y1);
      v128.store(out, y0);
      v128.store(out, y1, 16);
      v128.store(slope, slope0);
      v128.store(slope, slope1, 16);
    } else {
      rarely<F>(x0, out, slope);
      rarely<F>(x1, out + 16, slope + 16);
    }
    out += 32;
    slope += 32;
    x += 32;
  }
  for (let rest = n & 3; rest > 0; rest--) {
    // One number at a time: in the vector it stands twice.
    const v = v128.load_splat<f64>(x);
    if (i64x2.all_true(f.usual(v))) {
      const shared = f.shared(v);
      const y = f.answer(v, shared);
      v128.store_lane<f64>(out, y, 0);
      v128.store_lane<f64>(slope, f.slope(v, shared, y), 0);
    } else {
      const y = f.rare(v);
      v128.store_lane<f64>(out, y, 0);
      v128.store_lane<f64>(slope, f.rareSlope(y, v), 0);
    }
    out += 8;
    slope += 8;
    x += 8;
  }
}

function rarely<F>(x: v128, out: usize, slope: usize): void {
  const f = changetype<F>(0);
  const y = f.rare(x);
  v128.store(out, y);
  v128.store(slope, f.rareSlope(y, x));
}
