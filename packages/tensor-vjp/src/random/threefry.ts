/** The Threefry-2x32 block cipher with 20 rounds: random bits as a pure function of a key and a counter. */

const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const;
/** The key schedule's parity constant. */
const PARITY = 0x1bd11bda;

/**
 * Two random 32-bit words for the key (k0, k1) and the counter (c0, c1), written to `out[at]` and `out[at + 1]`.
 * Source: Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3".
 */
export function threefry(out: Uint32Array, at: number, k0: number, k1: number, c0: number, c1: number): void {
  const schedule = [k0, k1, k0 ^ k1 ^ PARITY];
  let x0 = (c0 + k0) | 0;
  let x1 = (c1 + k1) | 0;
  for (let round = 0; round < 20; round++) {
    const r = ROTATIONS[round % 8]!;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << r) | (x1 >>> (32 - r))) ^ x0;
    if (round % 4 === 3) {
      const s = (round + 1) / 4;
      x0 = (x0 + schedule[s % 3]!) | 0;
      x1 = (x1 + schedule[(s + 1) % 3]! + s) | 0;
    }
  }
  out[at] = x0;
  out[at + 1] = x1;
}
