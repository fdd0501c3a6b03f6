/** Forward mode as a linear map that can be called many times. */
import type { Boundary } from "./boundary.js";
import type { Args } from "../primitive.js";
import { Recording } from "./recording.js";
import { transform } from "./transform.js";

export interface LinearizeTransform {
  /**
   * The result of `f(...args)`, and the linear map that pushes one tangent per argument forward to a tangent of the
   * result. `f` runs only once; for a single tangent, `jvp` costs less. The map throws CotangentError or TreeError if a
   * tangent does not have the form of its argument.
   * @example
   * const [y, push] = linearize((x: number) => mul(x, x), 3);
   * [y, push(1), push(10)]; // [9, 6, 60]
   */
  linearize<A extends Args, R>(f: (...args: A) => R, ...args: A): [ans: R, push: (...tangents: A) => R];
}

export const linearize = (boundary: Boundary): LinearizeTransform["linearize"] =>
  transform("linearize", (f, ...args: Args) => {
    const recording = Recording.of(boundary, "jvp", f, args, { isReusable: true });
    return [recording.result(), (...ts: Args) => recording.push(ts)];
  });
