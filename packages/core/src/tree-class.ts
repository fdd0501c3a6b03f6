/** Classes whose instances are inner nodes of trees. */

/** How instances of a class are taken apart and rebuilt. */
export interface TreeClass<T = unknown> {
  /** The children, in a fixed order: values or trees. */
  children(instance: T): readonly unknown[];
  /** A new instance with these children; `like` gives what is not a child. */
  rebuild(children: readonly unknown[], like: T): T;
}

const TREE_CLASS = Symbol.for("ndgrad.tree");

/**
 * Let instances of `Class` be inner nodes of trees. The way to take them apart is stored on the class itself:
 * there is no table to keep, and two copies of core agree.
 */
export function registerTreeClass<T>(Class: abstract new (...args: never[]) => T, how: TreeClass<T>): void {
  Object.defineProperty(Class.prototype, TREE_CLASS, { value: how, configurable: true });
}

export function treeClassOf(x: object): TreeClass | undefined {
  return (x as { [TREE_CLASS]?: TreeClass })[TREE_CLASS];
}
