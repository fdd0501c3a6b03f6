/** Trees of values: any nesting of arrays, plain objects and registered classes, taken apart and put together. */
import { classOf } from "../errors/describe.js";
import { TreeError } from "../errors/errors.js";
import { isForeignContainer, twoCopies } from "../errors/refusals.js";
import { hidesValue } from "./hidden.js";

/** How instances of a class are taken apart and rebuilt. */
export interface TreeClass<T = unknown> {
  /** The children, in a fixed order: values or trees. */
  children(instance: T): readonly unknown[];
  /** A new instance with these children, and everything else as in `like`. */
  rebuild(children: readonly unknown[], like: T): T;
}

const TREE_CLASS = Symbol.for("ndgrad.tree");

/**
 * Let instances of `Class` be inner nodes of trees. `how` is stored on the prototype of the class, not in a table of
 * core, so that two copies of core agree.
 */
export function registerTreeClass<T>(Class: abstract new (...args: never[]) => T, how: TreeClass<T>): void {
  Object.defineProperty(Class.prototype, TREE_CLASS, { value: how, configurable: true });
}

/** One node of a tree, without the values in it. */
export type Part =
  | { readonly kind: "value" }
  /** Strings, null, booleans, functions, masks: they pass through unchanged. */
  | { readonly kind: "other"; readonly value: unknown }
  | Branch;

export type Branch = { readonly size: number } & (
  | { readonly kind: "list" }
  | { readonly kind: "object"; readonly keys: readonly string[]; readonly isBare: boolean }
  | { readonly kind: "class"; readonly how: TreeClass; readonly like: object }
);

/** The structure of a tree: a list of its parts, each branch before its children. Without recursion, at any depth. */
export type Treedef = readonly Part[];

/** A tree in two parts: its values in order, and its structure. */
export interface Flat {
  readonly values: readonly unknown[];
  readonly treedef: Treedef;
}

type Claim = (x: unknown) => boolean;

const VALUE: Part = { kind: "value" };

export function isSingleValue(treedef: Treedef): boolean {
  return treedef[0] === VALUE;
}

/**
 * Take `tree` apart. `isValue` recognises values; constants, and whatever else has no children to walk, pass through unchanged.
 * Throws TreeError, with the path, on a cycle, on a key that could reach a prototype, and on an unregistered
 * class instance that holds values.
 */
export function flatten(tree: unknown, isValue: Claim, isConstant: Claim): Flat {
  const [values, treedef]: [unknown[], Part[]] = [[], []];
  const above = new Set<object>();
  const todo: unknown[] = [tree];
  while (todo.length > 0) {
    const x = todo.pop();
    if (x instanceof EndOf) above.delete(x.branch);
    else if (isValue(x)) {
      treedef.push(VALUE);
      values.push(x);
    } else {
      const at = (): string => pathOf([...above, x]);
      const [part, children] = readPart(x, isValue, isConstant, at);
      treedef.push(part);
      if (children.length === 0) continue;
      // Only branches have children.
      const branch = x as object;
      if (above.has(branch)) throw cycle(at());
      above.add(branch);
      todo.push(new EndOf(branch));
      for (let i = children.length - 1; i >= 0; i--) todo.push(children[i]);
    }
  }
  return { values, treedef };
}

/** On the stack of parts to do: marks the end of the children of a branch. */
class EndOf {
  constructor(readonly branch: object) {}
}

/** The part that `x` is, and its children. */
function readPart(
  x: unknown,
  isValue: Claim,
  isConstant: Claim,
  at: () => string,
): [Part, readonly unknown[]] {
  if (typeof x !== "object" || x === null || ArrayBuffer.isView(x) || isConstant(x))
    return [{ kind: "other", value: x }, []];
  if (Array.isArray(x)) return [{ kind: "list", size: x.length }, x];
  const how = treeClassOf(x);
  if (how !== undefined) {
    const children = how.children(x);
    return [{ kind: "class", size: children.length, how, like: x }, children];
  }
  if (!isPlainObject(x)) return [readUnregistered(x, isValue, isConstant, at), []];
  const keys = Object.keys(x);
  keys.forEach((key) => checkKey(key, at));
  const isBare = Object.getPrototypeOf(x) === null;
  return [{ kind: "object", size: keys.length, keys, isBare }, Object.values(x)];
}

/** Put a tree together from `values`, in the order of `flatten`. */
export function unflatten(treedef: Treedef, values: readonly unknown[]): unknown {
  // From the end: when a branch is reached, its children are complete and on top of `done`.
  const done: unknown[] = [];
  let next = values.length;
  for (let k = treedef.length - 1; k >= 0; k--) {
    const part = treedef[k]!;
    if (part.kind === "value") done.push(values[--next]);
    else if (part.kind === "other") done.push(part.value);
    else done.push(rebuild(part, done.splice(done.length - part.size).reverse()));
  }
  return done[0];
}

function rebuild(part: Branch, children: unknown[]): unknown {
  if (part.kind === "list") return children;
  if (part.kind === "class") return part.how.rebuild(children, part.like);
  const out = (part.isBare ? Object.create(null) : {}) as Record<string, unknown>;
  part.keys.forEach((key, i) => (out[key] = children[i]));
  return out;
}

function treeClassOf(x: object): TreeClass | undefined {
  return (x as { [TREE_CLASS]?: TreeClass })[TREE_CLASS];
}

/** Also true for plain objects of other realms, whose prototype is not ours but has no prototype either. */
function isPlainObject(x: object): boolean {
  const proto: unknown = Object.getPrototypeOf(x);
  return (
    proto === Object.prototype ||
    proto === null ||
    (Object.getPrototypeOf(proto) === null && Object.hasOwn(proto as object, "isPrototypeOf"))
  );
}

function isTakenApart(x: object): boolean {
  return Array.isArray(x) || x instanceof Map || x instanceof Set || isPlainObject(x);
}

/** Values in an unregistered class would silently get no gradient: TreeError. */
function readUnregistered(x: object, isValue: Claim, isConstant: Claim, at: () => string): Part {
  if (isForeignContainer(x)) throw twoCopies("tree");
  if (!hidesValue(x, isValue, (y) => isConstant(y) || ArrayBuffer.isView(y), isTakenApart))
    return { kind: "other", value: x };
  const name = classOf(x);
  throw new TreeError(
    `tree: expected arrays, plain objects or registered classes, got a ${name} that holds values at ${at()}. ` +
      `Call registerTreeClass(${name}, { children, rebuild }), or use a plain object.`,
  );
}

function checkKey(key: string, at: () => string): void {
  if (key !== "__proto__" && key !== "constructor" && key !== "prototype") return;
  throw new TreeError(
    `tree: expected ordinary keys, got ${JSON.stringify(key)} at ${at()}. Rename it: it could reach a prototype.`,
  );
}

function cycle(path: string): TreeError {
  return new TreeError(
    `tree: expected no cycle, got one at ${path}. Break it, or pass the parts separately.`,
  );
}

/** The path to the last of `objects`, each of which is a child of the one before it. */
function pathOf(objects: readonly unknown[]): string {
  return objects
    .slice(1)
    .reduce<string>((path, child, i) => path + stepTo(objects[i] as object, child), "tree");
}

function stepTo(parent: object, child: unknown): string {
  const how = treeClassOf(parent);
  if (how !== undefined) return `<${how.children(parent).indexOf(child)}>`;
  if (Array.isArray(parent)) return `[${parent.indexOf(child)}]`;
  return `.${Object.entries(parent).find(([, value]) => value === child)?.[0]}`;
}
