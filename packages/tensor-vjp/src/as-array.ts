/** Static types that follow from shapes, which the compiler can't see. */
import type { Nd, Shaped, Tensor } from "./tensor.js";

/** A result that has at least one axis by construction, and so is not a number: the caller vouches for it. */
export function asArray(x: Tensor): Nd {
  return x as Nd;
}

/** A result of the same kind as `x`, number or array, for a composite of ops that keeps its shape. */
export function sameKind<X extends Tensor>(_x: X, ans: Tensor): Shaped<X> {
  return ans as Shaped<X>;
}
