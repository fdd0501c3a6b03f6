/** Static types that follow from shapes, which the compiler does not know. */
import type { Nd, Shaped, Tensor } from "./tensor.js";

/** A result that has an axis by construction, and so is no number: the caller vouches for it. */
export function asArray(x: Tensor): Nd {
  return x as Nd;
}

/** A result of the kind of `x`, a number for a number, for a composite of ops that keeps its shape. */
export function sameKind<X extends Tensor>(_x: X, ans: Tensor): Shaped<X> {
  return ans as Shaped<X>;
}
