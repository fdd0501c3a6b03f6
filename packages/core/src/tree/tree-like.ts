/** Reading a tree along the structure of another: cotangents along results, tangents along arguments. */
import { describeForeign } from "../errors/describe.js";
import { TreeError } from "../errors/errors.js";
import type { Branch, Treedef } from "./tree.js";

/**
 * The values of `tree` in the order of `treedef`. Keys are matched by name; anything may stand in the place of a
 * non-value; a `null` stands for every value below it, each of which is then `null`. Throws TreeError, with the path,
 * if the structures differ; `what` names the tree in the message.
 */
export function valuesLike(
  treedef: Treedef,
  tree: unknown,
  isValue: (x: unknown) => boolean,
  what: string,
): unknown[] {
  const values: unknown[] = [];
  const todo: unknown[] = [tree];
  treedef.forEach((part, k) => {
    const x = todo.pop();
    const differs = (expected: string): TreeError => {
      const got = isValue(x) ? "a value" : describeForeign(x);
      return new TreeError(
        `${what}: expected ${expected} at ${pathTo(treedef, k)}, got ${got}. Give it the structure of its counterpart.`,
      );
    };
    if (part.kind === "other") return;
    if (part.kind === "value") {
      if (x !== null && !isValue(x)) throw differs("a value");
      values.push(x);
      return;
    }
    const children = x === null ? new Array<null>(part.size).fill(null) : childrenLike(part, x);
    if (children === undefined) throw differs(describePart(part));
    for (let i = part.size - 1; i >= 0; i--) todo.push(children[i]);
  });
  return values;
}

/** The children of `x` in the order of `part`, or `undefined` if `x` has another structure. */
function childrenLike(part: Branch, x: unknown): readonly unknown[] | undefined {
  if (typeof x !== "object" || x === null) return undefined;
  if (part.kind === "list") return Array.isArray(x) && x.length === part.size ? x : undefined;
  if (part.kind === "class") {
    const children = x.constructor === part.like.constructor ? part.how.children(x) : undefined;
    return children?.length === part.size ? children : undefined;
  }
  const keys = Object.keys(x);
  if (keys.length !== part.size || !part.keys.every((key) => Object.hasOwn(x, key))) return undefined;
  return part.keys.map((key) => (x as Record<string, unknown>)[key]);
}

function describePart(part: Branch): string {
  if (part.kind === "object") return `an object with keys ${part.keys.join(", ")}`;
  return part.kind === "list" ? `a list of ${part.size}` : "a class instance";
}

/** The path of each value, such as "tree.b[0]". */
export function pathsOf(treedef: Treedef): string[] {
  return treedef.flatMap((part, k) => (part.kind === "value" ? [pathTo(treedef, k)] : []));
}

/** The path from the root to part `k`. */
function pathTo(treedef: Treedef, k: number): string {
  const above: { readonly part: Branch; next: number }[] = [];
  for (const part of treedef.slice(0, k + 1)) {
    while (above.length > 0 && above.at(-1)!.next === above.at(-1)!.part.size) above.pop();
    const parent = above.at(-1);
    if (parent !== undefined) parent.next++;
    if ("size" in part) above.push({ part, next: 0 });
  }
  // Part k itself may have been pushed last; it has no step of its own.
  const steps = above.filter(({ next }) => next > 0);
  return steps.reduce(
    (path, { part, next }) =>
      part.kind === "object" ? `${path}.${part.keys[next - 1]}` : `${path}[${next - 1}]`,
    "tree",
  );
}
