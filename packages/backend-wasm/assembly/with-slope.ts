/** A loop for a function and its slope, which share most of the work. */

/** A temporary for the last numbers, which are computed one by one. */
const ASIDE: usize = memory.data<f64>([0, 0, 0, 0]);

/** `F` has `store(x, out, slope)`, valid where `isUsual`, and `amend`, which corrects the rest. */
export function mapWithSlope<F>(n: i32, out: usize, slope: usize, x: usize): void {
  const f = changetype<F>(0);
  const pairs = out + (((<usize>n) & ~3) << 3);
  while (out < pairs) {
    const x0 = v128.load(x);
    const x1 = v128.load(x, 16);
    f.store(x0, out, slope);
    f.store(x1, out + 16, slope + 16);
    if (!i64x2.all_true(v128.and(f.isUsual(x0), f.isUsual(x1)))) {
      f.amend(x0, out, slope);
      f.amend(x1, out + 16, slope + 16);
    }
    out += 32;
    slope += 32;
    x += 32;
  }
  for (let rest = n & 3; rest > 0; rest--) {
    // One number at a time, which fills both lanes of the vector.
    const v = v128.load_splat<f64>(x);
    f.store(v, ASIDE, ASIDE + 16);
    if (!i64x2.all_true(f.isUsual(v))) f.amend(v, ASIDE, ASIDE + 16);
    f64.store(out, f64.load(ASIDE));
    f64.store(slope, f64.load(ASIDE + 16));
    out += 8;
    slope += 8;
    x += 8;
  }
}
