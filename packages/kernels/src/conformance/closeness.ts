/** Distances between numbers, and tolerances. */

const bits = new BigInt64Array(1);
const number = new Float64Array(bits.buffer);
const MAGNITUDE = 2n ** 63n - 1n;

/**
 * The number of steps from a to b through the float64 numbers, where -0 and 0 count as one number. Infinity if one is
 * NaN.
 */
export function ulpsApart(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  if (a !== a || b !== b) return Infinity;
  const distance = rank(a) - rank(b);
  return Number(distance < 0n ? -distance : distance);
}

/** The position of a finite or infinite number among all float64 numbers, counted from 0. */
function rank(x: number): bigint {
  number[0] = x;
  return bits[0]! < 0n ? -(bits[0]! & MAGNITUDE) : bits[0]!;
}

/** Whether `got` is within `slack` of `wanted` or, without slack, within this many units in the last place. */
export function isClose(got: number, wanted: number, ulps: number, slack: number | undefined): boolean {
  if (Object.is(got, wanted)) return true;
  // Slack that is not finite results from infinite entries, and answers for those must be exact.
  if (slack !== undefined) return got === wanted || (slack < Infinity && Math.abs(got - wanted) <= slack);
  // If these are equal, they are zeros of opposite signs.
  return got !== wanted && ulpsApart(got, wanted) <= ulps;
}
