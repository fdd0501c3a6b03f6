/**
 * The door to a library's own memory. What traces box never reaches user code as a plain value, so a library may
 * compute it in memory that is taken back when the outermost transform ends. Core knows when that is and which values
 * leave; the library (`Space.scope`) knows the memory. Only `Trace.run`, the guard of primitives and the boundary of
 * transforms pass through here.
 */

/** A library's memory for what traces box: it lasts as long as the outermost transform. */
export interface Scope {
  /** A transform begins. They nest, and the last `exit` may take the memory back. */
  enter(): void;
  exit(): void;
  /** A snapshot of an input, where kernels like to read it; or the value itself, as for containers. */
  take(value: unknown): unknown;
  /** The value, or an ordinary copy if it lies in memory that will be taken back. Containers are returned as they are. */
  escape(value: unknown): unknown;
}

/** The scopes of the transforms that are running now, one for each kind of value that has memory of its own. */
const open: Scope[] = [];

/**
 * Is what is computed now only for a trace to box, or for a walk to add up? A library asks when it allocates. False
 * while user code runs.
 */
export let isTransient = false;

/** Set `isTransient`, and return what it was: whoever sets it restores it in `finally`. */
export function setTransient(transient: boolean): boolean {
  const before = isTransient;
  isTransient = transient;
  return before;
}

export function hasScope(): boolean {
  return open.length > 0;
}

type Scoped = readonly { readonly scope?: () => Scope | undefined }[];

/** Run `f`, a transform, with the scopes of its kinds of value open. What `f` returns must have left them. */
export function within<R>(spaces: Scoped, f: () => R): R {
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

/** Run `f`, a walk along a tape, with its answers in the open scopes. No user code runs but guarded rules. */
export function transiently<R>(f: () => R): R {
  const before = isTransient;
  isTransient = open.length > 0;
  try {
    return f();
  } finally {
    isTransient = before;
  }
}

/** Makes stand-ins of values that leave an inner transform, as long as it is open: see `scoped`. */
export interface Holder {
  readonly isOpen: boolean;
  hold(value: unknown): unknown;
}

/** That of the innermost `scoped` function that is running; without one, values leave transforms as copies. */
export let holder: Holder | null = null;

/** Run `f`, user code, with what leaves transforms held by `by`. */
export function heldBy<R>(by: Holder | null, f: () => R): R {
  const before = holder;
  holder = by;
  try {
    return f();
  } finally {
    holder = before;
  }
}

/** May what a function is given or makes now be taken back? */
export function needsGuard(): boolean {
  return isTransient || holder !== null;
}

/** `f`, which may keep what it is given or makes: it is given, and makes, ordinary values. */
export function guarded<F extends (...args: never[]) => unknown>(f: F): F {
  const run = (...args: never[]): unknown => {
    if (!needsGuard()) return f(...args);
    const before = setTransient(false);
    try {
      return heldBy(null, () => f(...(args.map(escape) as never[])));
    } finally {
      isTransient = before;
    }
  };
  // It takes and gives what `f` does.
  return run as F;
}

/** `value`, or a copy that outlasts the open scopes; lists of several outputs likewise. */
export function escape(value: unknown): unknown {
  if (open.length === 0 || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(escape);
  return open.reduce((escaped: unknown, scope) => scope.escape(escaped), value);
}

/** A snapshot of an input of a trace, in the open scopes. */
export function take(value: unknown): unknown {
  if (open.length === 0 || typeof value !== "object") return value;
  return open.reduce((taken: unknown, scope) => scope.take(taken), value);
}
