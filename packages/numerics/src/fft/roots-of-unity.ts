/** Roots of unity, accurate to the last bit or so. */

/**
 * [cos, sin] of 2πk/n for whole k ≥ 0. The angle is first reduced to the first octant by exact integer arithmetic, so
 * that its rounding error is at most an ulp of π/4, and symmetric roots are exactly symmetric.
 */
export function rootOfUnity(k: number, n: number): [cos: number, sin: number] {
  const eighths = 8 * (k % n);
  const octant = Math.floor(eighths / n);
  const rest = eighths - octant * n;
  const angle = ((octant % 2 === 0 ? rest : n - rest) / n) * (Math.PI / 4);
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [x, y] = (octant + 1) % 4 < 2 ? [c, s] : [s, c];
  return [octant > 1 && octant < 6 ? -x : x, octant > 3 ? -y : y];
}
