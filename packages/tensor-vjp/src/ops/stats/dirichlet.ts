/** The Dirichlet distribution on the probabilities of K outcomes. */
import { method } from "../../method.js";
import { ShapeError } from "../../errors.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { add, sub } from "../../primitives/elementwise/arithmetic.js";
import { exp } from "../../primitives/elementwise/exponential.js";
import { reshape } from "../shape/reshape.js";
import { xlogy } from "../../primitives/special/entropy.js";
import { gammaln } from "../../primitives/special/gamma.js";
import { sum } from "../reduce/sum.js";

/**
 * log of the density Γ(Σ alpha) Π xᵢ^(alphaᵢ − 1)/Γ(alphaᵢ). Shapes: x [K] or [K, n], alpha [K] → number or [n]. The x are
 * assumed to add up to 1. Throws ShapeError where the K differ.
 */
export const logpdf: (x: Tensor, alpha: Tensor) => Tensor = method("dirichlet.logpdf", (x, alpha) => {
  const [s, t] = [shapeOf(x), shapeOf(alpha)];
  if (t.length !== 1 || s.length < 1 || s.length > 2 || s[0] !== t[0])
    throw new ShapeError(
      `expected x of [K] or [K,n] and alpha of [K], got ${bracket(s)} and ${bracket(t)}. Outcomes come first.`,
    );
  const powers = s.length === 1 ? sub(alpha, 1) : reshape(sub(alpha, 1), [t[0]!, 1]);
  const size = sub(gammaln(sum(alpha)), sum(gammaln(alpha)));
  return add(sum(xlogy(powers, x), { axis: 0 }), size);
});

/** The density. Shapes as for `logpdf`. */
export const pdf: (x: Tensor, alpha: Tensor) => Tensor = method("dirichlet.pdf", (x, alpha) =>
  exp(logpdf(x, alpha)),
);
