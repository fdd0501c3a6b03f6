/** The Hurwitz zeta function by Euler–Maclaurin summation, scaled so that no power over- or underflows. */

/**
 * q^s Σ (k + q)^(−s), k = 0, 1, …, for q > 0 and s > −¼, s ≠ 1 (for s < 1 the continuation, meant for q near 1).
 * Source: DLMF 25.11.5 with terms summed until w = q + N is large enough for twelve corrections.
 */
export function scaledHurwitz(s: number, q: number): number {
  const end = Math.max(10, 6 + 1.5 * s);
  let sum = 0;
  let k = 0;
  for (; q + k < end; k++) {
    const term = scaledPower(s, k / q);
    sum += term;
    if (term < 1e-17 * sum) return sum;
  }
  const w = q + k;
  let factor = s / w;
  let corrections = 0.5;
  for (let j = 0; j < BERNOULLI_OVER_FACTORIAL.length; j++) {
    const term = BERNOULLI_OVER_FACTORIAL[j]! * factor;
    corrections += term;
    if (Math.abs(term) < 1e-17) break;
    factor *= ((s + 2 * j + 1) / w) * ((s + 2 * j + 2) / w);
  }
  return sum + scaledPower(s, k / q) * (w / (s - 1) + corrections);
}

/** (1 + r)^(−s): the relative error of the logarithm fades where its multiple is large. */
const scaledPower = (s: number, r: number): number => (r === 0 ? 1 : Math.exp(-s * Math.log1p(r)));

/** B(2j)/(2j)! for j = 1 … 12. */
export const BERNOULLI_OVER_FACTORIAL: readonly number[] = [
  1 / 12,
  -1 / 720,
  1 / 30240,
  -1 / 1209600,
  1 / 47900160,
  -691 / 1307674368000,
  1 / 74724249600,
  -3617 / 10670622842880000,
  43867 / 5109094217170944000,
  -174611 / 802857662698291200000,
  77683 / 1.4101100039391804e22,
  -236364091 / 1.6938241367317436e27,
];
