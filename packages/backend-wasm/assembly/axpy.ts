/** A multiple of numbers that lie together added to others. */

/** out += a x, rounded twice: as many digits in every build. */
export function axpy(n: i32, out: usize, a: f64, x: usize): void {
  const factor = f64x2.splat(a);
  const pairs = out + (((<usize>n) & ~3) << 3);
  const end = out + ((<usize>n) << 3);
  for (; out < pairs; out += 32, x += 32) {
    v128.store(out, f64x2.add(v128.load(out), f64x2.mul(factor, v128.load(x))));
    v128.store(out, f64x2.add(v128.load(out, 16), f64x2.mul(factor, v128.load(x, 16))), 16);
  }
  for (; out < end; out += 8, x += 8) f64.store(out, f64.load(out) + a * f64.load(x));
}
