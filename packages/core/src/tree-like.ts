/** Values of one tree in the order of another: cotangents beside results, tangents beside arguments. */
import { describeForeign } from "./describe.js";
import { TreeError } from "./errors.js";
import type { TreeForm } from "./tree.js";

/**
 * The values of `tree`, in the order in which `flatten` gave those of a tree of form `form`. Keys are matched by
 * name, what stands in the place of a non-value is not read, and `null` stands for each value under it. Throws TreeError, with the path, where the
 * structures differ; `what` names the tree in the message.
 */
export function valuesLike(
  form: TreeForm,
  tree: unknown,
  isValue: (x: unknown) => boolean,
  what: string,
): unknown[] {
  const values: unknown[] = [];

  function walk(f: TreeForm, x: unknown, path: string): void {
    if (f.kind === "other") return;
    if (x === null && f.kind !== "value") f.items.forEach((item) => walk(item, null, path));
    else if (x === null) values.push(null);
    else if (f.kind === "value") {
      if (!isValue(x)) throw differs("a value", x, path);
      values.push(x);
    } else walkBranch(f, x, path);
  }

  function walkBranch(f: Branch, x: unknown, path: string): void {
    const children = childrenLike(f, x);
    if (children === undefined) throw differs(describeForm(f), x, path);
    // childrenLike gives as many children as the form has items.
    f.items.forEach((item, i) =>
      walk(item, children[i], f.kind === "record" ? `${path}.${f.keys[i]}` : `${path}[${i}]`),
    );
  }

  function differs(expected: string, x: unknown, path: string): TreeError {
    const got = isValue(x) ? "a value" : describeForeign(x);
    return new TreeError(
      `${what}: expected ${expected} at ${path}, got ${got}. Give it the structure of its counterpart.`,
    );
  }

  walk(form, tree, "tree");
  return values;
}

type Branch = Exclude<TreeForm, { kind: "value" } | { kind: "other" }>;

function childrenLike(form: Branch, x: unknown): readonly unknown[] | undefined {
  if (typeof x !== "object" || x === null) return undefined;
  if (form.kind === "list") return Array.isArray(x) && x.length === form.items.length ? x : undefined;
  if (form.kind === "class") {
    const children = x.constructor === (form.like as object).constructor ? form.node.children(x) : [];
    return children.length === form.items.length ? children : undefined;
  }
  const keys = Object.keys(x);
  if (keys.length !== form.keys.length || !form.keys.every((key) => Object.hasOwn(x, key))) return undefined;
  return form.keys.map((key) => (x as Record<string, unknown>)[key]);
}

function describeForm(form: Branch): string {
  if (form.kind === "record") return `an object with keys ${form.keys.join(", ")}`;
  return form.kind === "list" ? `a list of ${form.items.length}` : "a class instance";
}
