/** How far apart two numbers are. */

const bits = new BigInt64Array(1);
const number = new Float64Array(bits.buffer);
const MAGNITUDE = 2n ** 63n - 1n;

/** How many float64 numbers lie between a and b, b included: 1 from a number to the next. -0 and 0 are one. */
export function ulpsApart(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  if (a !== a || b !== b) return Infinity;
  const distance = rank(a) - rank(b);
  return Number(distance < 0n ? -distance : distance);
}

/** Finite numbers and infinities in order, counted from 0. */
function rank(x: number): bigint {
  number[0] = x;
  return bits[0]! < 0n ? -(bits[0]! & MAGNITUDE) : bits[0]!;
}

/** Whether `got` will do for `wanted`, at most so many units in the last place or so much off. */
export function isClose(got: number, wanted: number, ulps: number, slack: number | undefined): boolean {
  if (Object.is(got, wanted)) return true;
  // Slack that is not finite comes of infinite entries: what is computed of those is exact.
  if (slack !== undefined) return got === wanted || (slack < Infinity && Math.abs(got - wanted) <= slack);
  // Two zeros here are of opposite signs.
  return got !== wanted && ulpsApart(got, wanted) <= ulps;
}
