/** The Poisson distribution with mean mu, on the whole numbers k ≥ 0; no derivative in k. */
import { method } from "../../method.js";
import type { Tensor } from "../../tensor.js";
import { stopGradient } from "../../transforms.js";
import { add, sub } from "../../primitives/elementwise/arithmetic.js";
import { equal, greaterEqual } from "../../primitives/elementwise/comparison.js";
import { exp } from "../../primitives/elementwise/exponential.js";
import { floor } from "../../primitives/elementwise/rounding.js";
import { xlogy } from "../../primitives/special/entropy.js";
import { gammaincc, gammaln } from "../../primitives/special/gamma.js";
import { where } from "../elementwise/where.js";
import { onSupport } from "./support.js";

/** log of the probability of k, k log mu − mu − log k!; −∞ where k is fractional or negative. Shapes: broadcast. */
export const logpmf: (k: Tensor, mu: Tensor) => Tensor = method("poisson.logpmf", (k, mu) => {
  const count = stopGradient(k);
  const whole = where(equal(count, floor(count)), count, -1);
  return onSupport(greaterEqual(whole, 0), whole, 0, (n) => sub(xlogy(n, mu), add(mu, gammaln(add(n, 1)))));
});

/** The probability of k. Shapes: broadcast. */
export const pmf: (k: Tensor, mu: Tensor) => Tensor = method("poisson.pmf", (k, mu) => exp(logpmf(k, mu)));

/** The probability of k or less, Q(⌊k⌋ + 1, mu). Shapes: broadcast. */
export const cdf: (k: Tensor, mu: Tensor) => Tensor = method("poisson.cdf", (k, mu) => {
  const count = floor(stopGradient(k));
  const isPossible = greaterEqual(count, 0);
  return where(isPossible, gammaincc(add(where(isPossible, count, 0), 1), mu), 0);
});
