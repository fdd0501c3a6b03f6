/** Sine and cosine of π x, reduced by whole periods before the multiplication by π, so that their zeros are exact. */

/** sin(π x). */
export function sinPi(x: number): number {
  const n = Math.round(x);
  const s = Math.sin(Math.PI * (x - n));
  return n % 2 === 0 ? s : -s;
}

/** cos(π x). */
export function cosPi(x: number): number {
  const n = Math.round(x);
  const r = Math.abs(x - n);
  const c = r > 0.25 ? Math.sin(Math.PI * (0.5 - r)) : Math.cos(Math.PI * r);
  return n % 2 === 0 ? c : -c;
}

/** cos(π x) / sin(π x). */
export const cotPi = (x: number): number => cosPi(x) / sinPi(x);

/** sin(π (x + y)) with the integer parts removed before the sum is rounded. */
export function sinPiSum(x: number, y: number): number {
  const m = Math.round(x);
  const n = Math.round(y);
  const s = sinPi(x - m + (y - n));
  return (m % 2 === 0) === (n % 2 === 0) ? s : -s;
}
