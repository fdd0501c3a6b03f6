/** Trees of values: any nesting of arrays, plain objects and registered classes, taken apart and put together. */
import { TreeError } from "./errors.js";
import { treeClassOf } from "./tree-class.js";
import type { TreeClass } from "./tree-class.js";

/** The form of a tree without its values: what `unflatten` needs, and what two trees are compared by. */
export type TreeForm =
  | { readonly kind: "value" }
  /** Strings, null, booleans, functions, masks: they pass through untouched. */
  | { readonly kind: "other"; readonly value: unknown }
  | { readonly kind: "list"; readonly items: readonly TreeForm[] }
  | {
      readonly kind: "record";
      readonly keys: readonly string[];
      readonly items: readonly TreeForm[];
      readonly bare: boolean;
    }
  | {
      readonly kind: "class";
      readonly node: TreeClass;
      readonly like: unknown;
      readonly items: readonly TreeForm[];
    };

/** A tree in two parts: its values in order, and its form. */
export interface Flat {
  readonly values: readonly unknown[];
  readonly form: TreeForm;
}

/**
 * Take `tree` apart. `isValue` says what a value is; anything else that can't be walked passes through.
 * Throws TreeError, with the path, on a cycle, on a key that could reach a prototype, and on an unregistered
 * class instance that holds values.
 */
export function flatten(tree: unknown, isValue: (x: unknown) => boolean): Flat {
  const values: unknown[] = [];
  const above = new Set<object>();

  function walk(x: unknown, path: string): TreeForm {
    if (isValue(x)) {
      values.push(x);
      return VALUE;
    }
    if (typeof x !== "object" || x === null || ArrayBuffer.isView(x)) return { kind: "other", value: x };
    if (above.has(x))
      throw new TreeError(`tree: expected no cycle, got one at ${path}. Break it, or pass the parts apart.`);
    above.add(x);
    const form = branch(x, path);
    above.delete(x);
    return form;
  }

  function branch(x: object, path: string): TreeForm {
    if (Array.isArray(x))
      return { kind: "list", items: Array.from(x, (child, i) => walk(child, `${path}[${i}]`)) };
    const node = treeClassOf(x);
    if (node !== undefined) {
      const items = node.children(x).map((child, i) => walk(child, `${path}<${i}>`));
      return { kind: "class", node, like: x, items };
    }
    const proto: unknown = Object.getPrototypeOf(x);
    if (!isPlainPrototype(proto)) return unregistered(x, path, isValue);
    const keys = Object.keys(x);
    const items = keys.map((key) => walk((x as Record<string, unknown>)[safe(key, path)], `${path}.${key}`));
    return { kind: "record", keys, items, bare: proto === null };
  }

  return { form: walk(tree, "tree"), values };
}

/** Put a tree of form `form` together from `values`, in the order that `flatten` gave. */
export function unflatten(form: TreeForm, values: readonly unknown[]): unknown {
  let next = 0;
  function build(f: TreeForm): unknown {
    switch (f.kind) {
      case "value":
        return values[next++];
      case "other":
        return f.value;
      case "list":
        return f.items.map(build);
      case "class":
        return f.node.rebuild(f.items.map(build), f.like);
      case "record":
        return fromKeys(f.keys, f.items.map(build), f.bare);
    }
  }
  return build(form);
}

const VALUE: TreeForm = { kind: "value" };

/** Plain objects of other realms count: their prototype has no prototype either. */
function isPlainPrototype(proto: unknown): boolean {
  return (
    proto === null ||
    (Object.getPrototypeOf(proto) === null && Object.hasOwn(proto as object, "isPrototypeOf"))
  );
}

function safe(key: string, path: string): string {
  if (key !== "__proto__" && key !== "constructor" && key !== "prototype") return key;
  throw new TreeError(
    `tree: expected ordinary keys, got ${JSON.stringify(key)} at ${path}. Rename it: it could reach a prototype.`,
  );
}

/** A class that hides values would silently get no gradient. */
function unregistered(x: object, path: string, isValue: (x: unknown) => boolean): TreeForm {
  const held = x instanceof Map || x instanceof Set ? [...x.values()] : Object.values(x);
  if (!held.some(isValue)) return { kind: "other", value: x };
  const name = x.constructor.name;
  throw new TreeError(
    `tree: expected arrays, plain objects or registered classes, got a ${name} that holds values at ${path}. ` +
      `Call registerTreeClass(${name}, { children, rebuild }), or use a plain object.`,
  );
}

function fromKeys(keys: readonly string[], children: readonly unknown[], bare: boolean): unknown {
  const out = (bare ? Object.create(null) : {}) as Record<string, unknown>;
  keys.forEach((key, i) => (out[key] = children[i]));
  return out;
}
