/**
 * Memory that lasts as long as the outermost transform. What traces box never reaches the user's code as a plain value,
 * so a library may compute it in memory that is taken back at once when the outermost transform ends. Core knows when
 * that is, and which values leave; the library (`Space.scope`) knows the memory.
 */

/** A library's memory for what traces box: it lasts as long as the outermost transform. */
export interface Scope {
  /** A transform begins; they nest, and the last `exit` may take the memory back. */
  enter(): void;
  exit(): void;
  /** A copy of an input, as a snapshot and where ops like to read it; or the value itself, as for containers. */
  take(value: unknown): unknown;
  /** The value, or an ordinary copy if it lies in memory that will be taken back. Containers are none of it. */
  settle(value: unknown): unknown;
}

/** Of the transforms that run now, one entry for each kind of value that has a scope. */
const open: Scope[] = [];

type Scoped = readonly { readonly scope?: () => Scope | undefined }[];

/**
 * Are answers that are computed now only for a trace to box, or for a walk to add up? Libraries ask when they allocate.
 * False while code of the user runs.
 */
export let isTransient = false;

/** Run `f`, a transform, with the scopes of its kinds of value open. What `f` returns must have left them. */
export function within<R>(spaces: Scoped, f: () => R): R {
  const before = open.length;
  const was = isTransient;
  try {
    enter(spaces);
    if (open.length > before) setTransient(false);
    return f();
  } finally {
    setTransient(was);
    while (open.length > before) open.pop()!.exit();
  }
}

function enter(spaces: Scoped): void {
  for (let i = 0; i < spaces.length; i++) {
    const scope = spaces[i]!.scope?.();
    if (scope === undefined) continue;
    scope.enter();
    open.push(scope);
  }
}

export function hasScope(): boolean {
  return open.length > 0;
}

/** Run `f`, which calls no code of the user, with its answers in the open scopes, if there are any. */
export function transiently<R>(f: () => R): R {
  return as(open.length > 0, f);
}

/** Run code that may keep what it is given or makes: a user's rule, another library's implementation. */
export function lastingly<R>(f: () => R): R {
  return as(false, f);
}

function as<R>(transient: boolean, f: () => R): R {
  const was = setTransient(transient);
  try {
    return f();
  } finally {
    setTransient(was);
  }
}

/** For what runs too often to be a closure: set `isTransient`, and set what it was again, whatever happens between. */
export function setTransient(transient: boolean): boolean {
  const was = isTransient;
  isTransient = transient;
  return was;
}

/** `value`, or what outlasts the open scopes; lists of several outputs likewise. */
export function settled(value: unknown): unknown {
  if (open.length === 0 || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(settled);
  let out: unknown = value;
  for (const scope of open) out = scope.settle(out);
  return out;
}

/** An input of a trace, taken into the open scopes. */
export function taken(value: unknown): unknown {
  if (typeof value !== "object") return value;
  let out: unknown = value;
  for (const scope of open) out = scope.take(out);
  return out;
}
