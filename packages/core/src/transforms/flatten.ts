/** Trees as lists of values, for functions that work value by value. */
import type { Boundary } from "./boundary.js";
import { unflatten } from "../tree/tree.js";
import { pathsOf } from "../tree/tree-like.js";

export interface FlattenTransform {
  /**
   * The values of a tree as a list, and a function that builds the same tree from a list of other values. Throws
   * TreeError for a cycle, an instance of an unregistered class, or a key that could reach a prototype.
   * @example
   * const { values, unflatten } = flatten({ w: 2, b: [3, 4] });
   * unflatten(values.map((x) => mul(10, x))); // { w: 20, b: [30, 40] }
   */
  flatten<T>(tree: T): {
    readonly values: readonly unknown[];
    /** The path of each value: "tree.b[0]". */
    readonly paths: readonly string[];
    readonly unflatten: (values: readonly unknown[]) => T;
    /**
     * The values of another tree, in the same order: keys are matched by name, and `null` stands for zeros. `what` names
     * it in messages. Throws TreeError if its structure differs, CotangentError if a value has another form.
     */
    readonly valuesLike: (other: unknown, what: string) => readonly unknown[];
  };
}

export const flatten =
  (boundary: Boundary): FlattenTransform["flatten"] =>
  <T>(tree: T) => {
    const flat = boundary.flatten(tree);
    const { treedef, values } = flat;
    return {
      values,
      get paths() {
        return pathsOf(treedef);
      },
      // It has the structure, and so the type, of `tree`.
      unflatten: (xs: readonly unknown[]) => unflatten(treedef, xs) as T,
      valuesLike: (other: unknown, what: string) =>
        boundary.fillZeros(values, boundary.derivativesLike(what, flat, other)),
    };
  };
