/** Reverse mode as a linear map. */
import type { Boundary } from "./boundary.js";
import type { Args } from "../primitive.js";
import { Recording } from "./recording.js";
import type { Fn } from "./recording.js";
import { transform } from "./transform.js";

export interface VjpTransform {
  /**
   * The result of `f(...args)`, and the map that pulls a cotangent of the result back to one cotangent per argument
   * (vector-Jacobian product). The map may be called as often as you like; `f` is not run again.
   * Throws CotangentError or TreeError for a cotangent of another form than the result.
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
  // One cotangent tree per argument.
  return [recording.result(), (g) => recording.pull(g) as Args];
}
