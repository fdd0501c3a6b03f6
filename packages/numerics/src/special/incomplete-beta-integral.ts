/** The incomplete beta integral by quadrature: slower than the continued fraction, but accurate for any parameters. */

import { log1pExcess } from "./log1p-excess.js";

/**
 * I_x(a, b) B(a, b) / (x^a y^b), y = 1 − x; `margin` is a y − (b − 1) x, which the caller has exactly. With t = x
 * e^(−s) in DLMF 8.17.1 it is ∫₀^∞ e^φ ds / y, φ = −a s + (b − 1) log(1 + (x/y)(1 − e^(−s))), whose first-order parts
 * are combined before they cancel for small s. The rule is the trapezoidal one in u with s = scale·exp(u − e^(−u))
 * (Takahasi & Mori 1974): smooth, positive terms.
 */
export function betaIntegral(a: number, b: number, x: number, y: number, margin: number): number {
  const odds = x / y;
  const slope = margin / y;
  const bend = b > 1 ? Math.sqrt((b - 1) * x) / y : 0;
  const scale = 1 / (Math.max(slope, 0) + bend);
  let sum = 0;
  for (let direction = 1; direction >= -1; direction -= 2) {
    for (let k = direction === 1 ? 0 : 1; ; k++) {
      const u = direction * k * STEP;
      const shrink = Math.exp(-u);
      const s = scale * Math.exp(u - shrink);
      const phi =
        b > 1 && s < 0.5 ? joined(b - 1, odds, s) - slope * s : (b - 1) * log1pRise(odds, s) - a * s;
      const term = Math.exp(phi) * s * (1 + shrink);
      sum += term;
      if (term < 1e-18 * sum && k > 8) break;
    }
  }
  return (sum * STEP) / y;
}

/** log(1 + odds (1 − e^(−s))). */
const log1pRise = (odds: number, s: number): number => Math.log1p(-odds * Math.expm1(-s));

/** (b − 1) times that, minus its first-order part (b − 1) odds s. */
const joined = (power: number, odds: number, s: number): number =>
  power * (log1pExcess(-odds * Math.expm1(-s)) - odds * expExcess(s));

/** e^(−s) − 1 + s without cancellation, for s < ½. */
function expExcess(s: number): number {
  let term = (s * s) / 2;
  let sum = term;
  for (let n = 3; Math.abs(term) > 1e-17 * sum; n++) {
    term *= -s / n;
    sum += term;
  }
  return sum;
}

const STEP = 1 / 16;
