/**
 * The one door to a library's own memory. Values inside containers never reach user code as plain values, so a library
 * may compute them in memory that is reclaimed when the outermost transform ends. Core knows when it ends and which
 * values leave it; the library (`Space.scope`) manages the memory. Values pass only through `Trace.run`,
 * the guard of primitives and the boundary of transforms.
 */

/** A library's memory for values inside containers. It lasts until the outermost transform ends. */
export interface Scope {
  /** A transform begins. Transforms nest; the last `exit` may reclaim the memory. */
  enter(): void;
  exit(): void;
  /** A snapshot of an input, in the memory that kernels read fastest. Containers are returned as they are. */
  take(value: unknown): unknown;
  /** The value, or an ordinary copy if its memory will be reclaimed. Containers are returned as they are. */
  escape(value: unknown): unknown;
}

/** The scopes of the running transforms, outermost first: for each transform, those of its kinds of value. */
const open: Scope[] = [];

/**
 * True while everything that is computed goes into a container or into the sums of a walk, so that a library may
 * allocate it in scope memory. False while user code runs.
 */
export let isTransient = false;

/** Set `isTransient`, and return its previous value, which the caller restores in `finally`. */
export function setTransient(transient: boolean): boolean {
  const before = isTransient;
  isTransient = transient;
  return before;
}

export function hasScope(): boolean {
  return open.length > 0;
}

type Scoped = readonly { readonly scope?: () => Scope | undefined }[];

/** Run `f`, a transform, with the scopes of `spaces` open. What `f` returns must not lie in their memory. */
export function withScopes<R>(spaces: Scoped, f: () => R): R {
  const depth = open.length;
  try {
    for (let i = 0; i < spaces.length; i++) {
      const scope = spaces[i]!.scope?.();
      if (scope === undefined) continue;
      scope.enter();
      open.push(scope);
    }
    return f();
  } finally {
    while (open.length > depth) open.pop()!.exit();
  }
}

/** Run `f`, a walk along a tape, with its answers in scope memory. It runs no user code except guarded rules. */
export function transiently<R>(f: () => R): R {
  const before = isTransient;
  isTransient = open.length > 0;
  try {
    return f();
  } finally {
    isTransient = before;
  }
}

/** Puts values that leave an inner transform into containers, so that they need not be copied: see `scoped`. */
export interface Holder {
  readonly isOpen: boolean;
  hold(value: unknown): unknown;
}

/** The holder of the innermost running `scoped` function. Without one, values leave transforms as copies. */
export let holder: Holder | null = null;

/** Run `f`, user code, with `next` as the holder. */
export function withHolder<R>(next: Holder | null, f: () => R): R {
  const before = holder;
  holder = next;
  try {
    return f();
  } finally {
    holder = before;
  }
}

/** True if the values that a function is given or makes now may be reclaimed. */
export function needsGuard(): boolean {
  return isTransient || holder !== null;
}

/** Wrap `f`, which may keep values after it returns: its arguments and answers are ordinary values. */
export function guard<F extends (...args: never[]) => unknown>(f: F): F {
  const run = (...args: never[]): unknown => {
    if (!needsGuard()) return f(...args);
    const before = setTransient(false);
    try {
      return withHolder(null, () => f(...(args.map(escape) as never[])));
    } finally {
      isTransient = before;
    }
  };
  // It has the signature of `f`.
  return run as F;
}

/** `value`, or a copy that outlasts the open scopes. A list of several outputs is copied entry by entry. */
export function escape(value: unknown): unknown {
  if (open.length === 0 || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(escape);
  return open.reduce((escaped: unknown, scope) => scope.escape(escaped), value);
}

/** A snapshot of an input of a trace, in scope memory. */
export function snapshot(value: unknown): unknown {
  if (open.length === 0 || typeof value !== "object") return value;
  return open.reduce((taken: unknown, scope) => scope.take(taken), value);
}
