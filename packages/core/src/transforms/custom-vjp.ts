/** Functions with a reverse rule given by the user. */
import type { Boundary } from "./boundary.js";
import type { Args } from "../primitive.js";
import type { Fn } from "./recording.js";
import { transform } from "./transform.js";
import { treePrimitive } from "./tree-primitive.js";
import type { TreeRules } from "./tree-primitive.js";

export interface CustomVjpTransform {
  /**
   * `f` with your own reverse rule: `vjp(g, ans, ...args)` returns one cotangent per argument, `null` for none. Forward
   * mode needs `jvp(tangents, ans, ...args)` too, because no tangent map follows from a rule that clips or scales
   * cotangents. Rules written in traced functions can be differentiated again.
   * @example
   * const clipped = customVjp((x: number) => x, (g) => [minimum(g, 1)]);
   * grad((x: number) => mul(5, clipped(x)))(3); // 1
   */
  customVjp<A extends Args, R>(
    f: (...args: A) => R,
    vjp: (g: R, ans: R, ...args: A) => { readonly [I in keyof A]: A[I] | null },
    jvp?: (ts: A, ans: R, ...args: A) => R,
  ): (...args: A) => R;
}

export const customVjp = (boundary: Boundary): CustomVjpTransform["customVjp"] =>
  transform("customVjp", (f, back: Fn, forth?: Fn) =>
    // The signature above states the types that the rules return.
    treePrimitive(boundary, "customVjp", f, { vjp: back as TreeRules["vjp"], jvp: forth }),
  );
