/** Norms that neither overflow nor lose tiny entries, and the power of two that scales a matrix into the safe range. */

/** Squares of numbers outside this range overflow, or lose digits to gradual underflow. */
const tiny = 1e-280;
const huge = 1e280;

/** √(x² + y²). Math.hypot takes nearly five times as long. */
export function hypot(x: number, y: number): number {
  const h = x * x + y * y;
  if (h > tiny && h < huge) return Math.sqrt(h);
  const m = Math.max(Math.abs(x), Math.abs(y));
  if (m === 0 || m === Infinity) return m;
  return m * Math.sqrt((x / m) * (x / m) + (y / m) * (y / m));
}

/** The 2-norm of x[i..i+count). */
export function norm2(x: Float64Array, i: number, count: number): number {
  let h = 0;
  for (let r = i; r < i + count; r++) h += x[r]! * x[r]!;
  if (h > tiny && h < huge) return Math.sqrt(h);
  const m = maxAbs(x, i, count);
  if (m === 0 || m === Infinity) return m;
  h = 0;
  for (let r = i; r < i + count; r++) h += (x[r]! / m) * (x[r]! / m);
  return m * Math.sqrt(h);
}

/** The largest |x[r]|, NaN if any is. */
export function maxAbs(x: Float64Array, i = 0, count = x.length): number {
  let m = 0;
  for (let r = i; r < i + count; r++) {
    const v = Math.abs(x[r]!);
    if (!(v <= m)) m = v;
    if (v !== v) return v;
  }
  return m;
}

/** The 1-norm of an n×n matrix: its largest column sum. */
export function norm1(a: Float64Array, n: number): number {
  const sums = new Float64Array(n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sums[j]! += Math.abs(a[i * n + j]!);
  return maxAbs(sums);
}

/**
 * A power of two that scales the entries of `x` so that their squares are safe. Nearly always 1, which rounds nothing;
 * NaN if an entry is not finite.
 */
export function safeScale(x: Float64Array): number {
  const m = maxAbs(x);
  if (!Number.isFinite(m)) return NaN;
  if (m === 0 || (m > 1e-100 && m < 1e100)) return 1;
  return 2 ** -Math.max(Math.round(Math.log2(m)), -1000);
}
