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
  const walk = new Walk(isValue);
  return { form: walk.formOf(tree), values: walk.values };
}

/** One walk over a tree: the values so far, and the way to where it is. */
class Walk {
  readonly values: unknown[] = [];
  /** The branches above, and the steps from each to the next. */
  private readonly above: object[] = [];
  private readonly steps: (string | number)[] = [];

  constructor(private readonly isValue: (x: unknown) => boolean) {}

  formOf(x: unknown): TreeForm {
    if (this.isValue(x)) {
      this.values.push(x);
      return VALUE;
    }
    if (typeof x !== "object" || x === null || ArrayBuffer.isView(x)) return { kind: "other", value: x };
    if (this.above.includes(x))
      throw new TreeError(
        `tree: expected no cycle, got one at ${this.path()}. Break it, or pass the parts apart.`,
      );
    this.above.push(x);
    const form = this.branch(x);
    this.above.pop();
    return form;
  }

  private branch(x: object): TreeForm {
    if (Array.isArray(x)) return { kind: "list", items: this.childrenOf(x) };
    const node = treeClassOf(x);
    if (node !== undefined) return { kind: "class", node, like: x, items: this.childrenOf(node.children(x)) };
    const proto: unknown = Object.getPrototypeOf(x);
    if (!isPlainPrototype(proto)) return unregistered(x, this.path(), this.isValue);
    const keys = Object.keys(x);
    const items = keys.map((key) => this.child((x as Record<string, unknown>)[this.safe(key)], key));
    return { kind: "record", keys, items, bare: proto === null };
  }

  private childrenOf(list: readonly unknown[]): TreeForm[] {
    const items = new Array<TreeForm>(list.length);
    for (let i = 0; i < list.length; i++) items[i] = this.child(list[i], i);
    return items;
  }

  private child(x: unknown, step: string | number): TreeForm {
    this.steps.push(step);
    const form = this.formOf(x);
    this.steps.pop();
    return form;
  }

  private safe(key: string): string {
    if (key !== "__proto__" && key !== "constructor" && key !== "prototype") return key;
    throw new TreeError(
      `tree: expected ordinary keys, got ${JSON.stringify(key)} at ${this.path()}. Rename it: it could reach a prototype.`,
    );
  }

  private path(): string {
    return this.steps.reduce<string>(
      (path, step, depth) =>
        typeof step === "string"
          ? `${path}.${step}`
          : Array.isArray(this.above[depth])
            ? `${path}[${step}]`
            : `${path}<${step}>`,
      "tree",
    );
  }
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
    proto === Object.prototype ||
    proto === null ||
    (Object.getPrototypeOf(proto) === null && Object.hasOwn(proto as object, "isPrototypeOf"))
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
