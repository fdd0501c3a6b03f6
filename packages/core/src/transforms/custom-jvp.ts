/** Functions with a forward rule given by the user. */
import type { Boundary } from "./boundary.js";
import type { Args } from "../primitive.js";
import type { Fn } from "./recording.js";
import { transform } from "./transform.js";
import { treePrimitive } from "./tree-primitive.js";
import { pullOf } from "./vjp.js";

export interface CustomJvpTransform {
  /**
   * `f` with your own forward rule, `jvp(tangents, ans, ...args)`, which must be linear in the tangents. Reverse mode
   * follows by transposition, so one rule serves both modes.
   * @example
   * const square = customJvp((x: number) => mul(x, x), ([t], _ans, x) => mul(2, mul(x, t)));
   * grad(square)(3); // 6
   */
  customJvp<A extends Args, R>(
    f: (...args: A) => R,
    jvp: (ts: A, ans: R, ...args: A) => R,
  ): (...args: A) => R;
}

export const customJvp = (boundary: Boundary): CustomJvpTransform["customJvp"] =>
  transform("customJvp", (f, rule: Fn) =>
    treePrimitive(boundary, "customJvp", f, {
      jvp: rule,
      vjp: (g, ans, ...args) => {
        // It has the form of `args`.
        const zeros = boundary.zerosOf(args) as Args;
        return pullOf(boundary, (...ts) => rule(ts, ans, ...args), zeros)[1](g);
      },
    }),
  );
