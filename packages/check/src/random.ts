/** Seeded random numbers for tests: the same on every machine, with no state outside the generator. */

/** Uniform numbers in [0, 1). */
export type Random = () => number;

/** The generator "mulberry32" (T. Ettinger, 2017): 32 bits of state, more than tests need. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 15), z | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32;
  };
}
