/** The derivative of x = M⁻¹·b, for every kind of system that can be solved. */
import type { Derivative } from "../../primitive.js";
import type { Tensor } from "../../tensor.js";
import { neg, sub } from "../elementwise/arithmetic.js";
import { unbroadcast } from "../shape/broadcast.js";

/** With `trans`, M is the transpose of the matrix that `a` represents. */
export interface SystemKind {
  readonly trans: boolean;
}

/** The operations of one kind of system M·x = b. */
interface Systems<K> {
  /** M⁻¹·b; leading axes broadcast. */
  readonly solve: (a: Tensor, b: Tensor, kind: K) => Tensor;
  /** M·x. */
  readonly times: (a: Tensor, x: Tensor, kind: K) => Tensor;
  /** The entries of y·xᵀ at which an `a` of this kind stores M. */
  readonly outer: (y: Tensor, x: Tensor, kind: K) => Tensor;
}

/** From M·x = b follows dx = M⁻¹(db − dM·x), and the VJP is its transpose. */
export function solution<K extends SystemKind>({
  solve,
  times,
  outer,
}: Systems<K>): Derivative<[a: Tensor, b: Tensor, kind: K], Tensor> {
  return {
    vjp(g, x, a, b, kind) {
      const gb = solve(a, g, { ...kind, trans: !kind.trans });
      const gm = kind.trans ? outer(x, gb, kind) : outer(gb, x, kind);
      return [unbroadcast(neg(gm), a), unbroadcast(gb, b), null];
    },
    jvp([ta, tb], x, a, _b, kind) {
      if (ta === null) return solve(a, tb!, kind);
      const moved = times(ta, x, kind);
      return solve(a, tb === null ? neg(moved) : sub(tb, moved), kind);
    },
  };
}
