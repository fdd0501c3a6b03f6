/** Derivatives of functions that act on each component separately. */
import type { Boundary } from "./boundary.js";
import type { Args } from "../primitive.js";
import { Recording } from "./recording.js";
import { withScopes } from "../scope.js";
import { spaceOf } from "../space.js";
import { transform } from "./transform.js";

export interface ElementwiseGradTransform {
  /**
   * The derivative of `f` in its first argument, component by component, in the form of that argument. `f` must act on
   * each component separately: the result is then the diagonal of the Jacobian, and otherwise wrong.
   * @example
   * elementwiseGrad((x: Nd) => sin(x))(array([0, Math.PI])); // [1, -1]
   */
  elementwiseGrad<A extends Args>(f: (...args: A) => unknown): (...args: A) => A[0];
}

export const elementwiseGrad = (boundary: Boundary): ElementwiseGradTransform["elementwiseGrad"] =>
  transform("elementwiseGrad", (f) => (...args: Args) => {
    const [x, ...rest] = args;
    return withScopes(boundary.spaces, () => {
      const recording = Recording.of(boundary, "vjp", (x0) => f(x0, ...rest), [x]);
      const ones = recording.output.values.map((y) =>
        spaceOf(boundary.spaces, "elementwiseGrad", y).onesLike(y),
      );
      return (recording.pullValues(ones, true) as Args)[0];
    });
  });
