/** Treating traced values as constants. */
import type { Boundary } from "./boundary.js";
import { nonDifferentiable } from "../primitive.js";
import { Container } from "../tracer.js";
import { unflatten } from "../tree/tree.js";

export interface StopGradientTransform {
  /**
   * `tree` as a constant: no derivative flows into it, in any mode or order.
   * @example
   * grad((x: number) => mul(x, stopGradient(x)))(3); // 3
   */
  stopGradient<T>(tree: T): T;
}

export function stopGradient(boundary: Boundary): StopGradientTransform["stopGradient"] {
  // A copy, because the traced value belongs to a recording. The implementation keeps nothing else.
  const stop = nonDifferentiable("stopGradient", (x: unknown) => boundary.copy(x), { noEscape: true });
  return <T>(tree: T): T => {
    const { treedef, values } = boundary.flatten(tree);
    // Plain values need no copy. The result has the structure, and so the type, of `tree`.
    return unflatten(treedef, values.map((x) => (x instanceof Container ? stop(x) : x))) as T; // prettier-ignore
  };
}
