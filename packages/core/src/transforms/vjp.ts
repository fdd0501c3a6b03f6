/** Reverse mode as a linear map. */
import type { Boundary } from "./boundary.js";
import type { Args } from "../primitive.js";
import { Recording } from "./recording.js";
import type { Fn } from "./recording.js";
import { transform } from "./transform.js";

export interface VjpTransform {
  /**
   * The result of `f(...args)`, and the linear map that pulls a cotangent of the result back to one cotangent per
   * argument (vector-Jacobian product). The map can be called any number of times; `f` is not run again. The map throws
   * CotangentError or TreeError if the cotangent does not have the form of the result.
   * @example
   * const [y, pull] = vjp((x: number, k: number) => mul(x, k), 3, 4);
   * y; // 12
   * pull(1); // [4, 3]
   */
  vjp<A extends Args, R>(f: (...args: A) => R, ...args: A): [ans: R, pull: (g: R) => A];
}

export const vjp = (boundary: Boundary): VjpTransform["vjp"] =>
  transform("vjp", (f, ...args: Args) => pullOf(boundary, f, args));

export function pullOf(boundary: Boundary, f: Fn, args: Args): [unknown, (g: unknown) => Args] {
  const recording = Recording.of(boundary, "vjp", f, args, { isReusable: true });
  // `pull` gives one cotangent tree per argument.
  return [recording.result(), (g) => recording.pull(g) as Args];
}
