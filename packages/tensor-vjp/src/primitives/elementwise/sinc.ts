/** The cardinal sine. */
import type { Tensor } from "../../tensor.js";
import { add, mul } from "./arithmetic.js";
import { constantIn, scalarFunction } from "./scalar-function.js";
import type { ScalarFunction } from "./scalar-function.js";

/**
 * The n-th derivative of sin(t)/t, for whole n ≥ 0: ∫₀¹ sⁿ cos(st + nπ/2) ds. Where |t| exceeds n, by the upward recurrence
 * n·fₙ₋₁ + t·fₙ = sin(t + nπ/2); else by the Taylor series of the integrand, term by term.
 */
function derivative(n: number, t: number): number {
  if (Math.abs(t) <= Math.max(n, 1)) return series(n, t);
  let f = Math.sin(t) / t;
  for (let k = 1; k <= n; k++) f = (Math.sin(t + (k * Math.PI) / 2) - k * f) / t;
  return f;
}

function series(n: number, t: number): number {
  let [sum, power] = [0, 1];
  // Derivatives of cos at nπ/2: 1, 0, −1, 0 for even n; 0, −1, 0, 1 for odd.
  for (let j = 0; j < 200; j++) {
    const cosine = [1, 0, -1, 0][(n + j) % 4]!;
    const term = (cosine * power) / (n + j + 1);
    sum += term;
    if (cosine !== 0 && Math.abs(term) < 1e-18 * Math.abs(sum) && j > Math.abs(t)) break;
    power *= t / (j + 1);
  }
  return sum;
}

const sincDerivative: ScalarFunction<[n: Tensor, t: Tensor]> = scalarFunction(
  "sincDerivative",
  derivative,
  constantIn("sinc", "n"),
  (g, _ans, n, t) => mul(g, sincDerivative(add(n, 1), t)),
);

/** sin(πx)/(πx), 1 at 0. Shapes: kept. Derivative 0 at 0, smooth to any order. */
export const sinc: ScalarFunction<[x: Tensor]> = scalarFunction(
  "sinc",
  (x = NaN) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)),
  (g, _ans, x) => mul(g, mul(Math.PI, sincDerivative(1, mul(Math.PI, x)))),
);
