/**
 * The idea on one page. A primitive is a function that traces can see. A trace is one run of a user's function under
 * one interpretation; while it runs, a container stands in for each traced value. A call of a primitive goes to the
 * innermost trace among its arguments, which *unboxes* its containers, *computes* by calling the primitive again, so
 * that outer traces see it too, and *boxes* the answer with what it wants to remember: a node, a tangent.
 */
import { closedOver, isForeignContainer, MARK, THIS_COPY, twoCopies, usedAfterEnd, usedByOperator, usedInJson } from "./errors/refusals.js"; // prettier-ignore
import { escape, guarded, hasScope, needsGuard, setTransient } from "./scope.js";

type Values = readonly unknown[];

/** Ids only grow, so of two traces the one with the larger id is the inner one. */
let lastId = 0;

/** One run of a function under one interpretation: recording, pushing tangents, batching. */
export abstract class Trace {
  readonly id = ++lastId;
  /** A container is good only while the function that it was made for is running. */
  isOpen = true;
  /** Does this trace end before the open scopes do, so that its containers may hold values that live there? */
  protected readonly isScoped: boolean = hasScope();
  /** Does a container of this trace stand for many values at once? */
  readonly isBatched: boolean = false;

  /** Apply `p` to `args`, among which are containers of this trace. */
  run(p: Primitive, args: Values): unknown {
    const before = setTransient(this.isScoped);
    try {
      const values = this.unboxAll(args);
      const ans = this.compute(p, values, args);
      const boxed = this.box(p, ans, values, args);
      return boxed instanceof Container ? boxed : escape(boxed);
    } finally {
      setTransient(before);
    }
  }

  private unboxAll(args: Values): Values {
    if (args.length === 2) return [this.unbox(args[0]), this.unbox(args[1])];
    return args.length === 1 ? [this.unbox(args[0])] : args.map((x) => this.unbox(x));
  }

  /** `value` as the next outer trace sees it. */
  unbox(value: unknown): unknown {
    const outer = this.owns(value) ? value.value : value;
    return this.isScoped ? outer : escape(outer);
  }

  protected compute(p: Primitive, values: Values, _args: Values): unknown {
    return p.apply(values);
  }

  /** A container of the answer, with what this trace remembers of it; or the answer, where that is nothing. */
  protected abstract box(p: Primitive, ans: unknown, values: Values, args: Values): unknown;

  /** `run` for one or two arguments (`n`): a trace of many small calls may do without lists. */
  runFew(p: Primitive, n: number, x: unknown, y: unknown): unknown {
    return this.run(p, n === 2 ? [x, y] : [x]);
  }

  owns(value: unknown): value is Container {
    return value instanceof Container && value.trace === this;
  }

  /** Run `f`, then close: afterwards a container of this trace is an escaped one. */
  during<R>(f: () => R): R {
    try {
      return f();
    } finally {
      this.isOpen = false;
    }
  }
}

/** Stands in for a value while it is traced. A library subclasses it once per kind of value. */
export abstract class Container {
  abstract get space(): Kind;

  constructor(
    readonly trace: Trace,
    /** What the next outer trace sees: a plain value, or a container of that trace. */
    readonly value: unknown,
    /** What the trace remembers of the value: a tape node, a tangent. */
    readonly record: unknown,
  ) {}

  [Symbol.toPrimitive](hint: string): never {
    throw usedByOperator(this.space.name, hint);
  }

  toJSON(): never {
    throw usedInJson(this.space.name);
  }

  /** What `console.log` shows in Node. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `Traced(${this.space.describe(this)})`;
  }
}
Object.defineProperty(Container.prototype, MARK, { value: THIS_COPY });

/** What the tracer asks of a kind of value. `Space` adds what derivatives need. */
export interface Kind {
  /** What the kind is called in messages: "number", "complex". */
  readonly name: string;
  /** What a message says of a value: "complex 1 + 2i". Accepts containers of this kind. */
  describe(value: unknown): string;
  /** A plain value of its own that shares no storage with `value`. */
  copy(value: unknown): unknown;
}

export type Rule = (gOrT: unknown, ans: unknown, ...args: unknown[]) => unknown;
/** Derivative rules without their argument types: one for each argument, or one function for all of them. */
export type RuleSet = readonly (Rule | null)[] | Rule;
type Call = (...args: unknown[]) => unknown;

/** The func wrapper: what traces see of a function, and the function that users call. */
export class Primitive {
  vjp: RuleSet | undefined = undefined;
  jvp: RuleSet | undefined = undefined;
  /** Applies to a whole batch: `isMapped[i]` says that argument i holds all examples. Absent, a batch is a loop. */
  batch: ((isMapped: readonly boolean[], ...args: unknown[]) => unknown) | undefined = undefined;
  readonly call: Call = callOf(this);
  private readonly guardedImpl: Call;

  constructor(
    readonly name: string,
    private readonly unguardedImpl: (...args: never) => unknown,
    /** False for functions that take traced values but never enter a graph: comparisons, argmax. */
    readonly isDifferentiable: boolean,
    /** Do implementation and rules keep nothing that they are given or make? Then they may see memory that is taken back. */
    private readonly noEscape: boolean,
  ) {
    this.guardedImpl = this.guard(unguardedImpl as Call);
  }

  /** The implementation. Its guard is a call more, so it is passed by where it would do nothing. */
  get impl(): Call {
    // The typed signature of `primitive` has checked the arguments; a trace calls every primitive alike.
    return needsGuard() ? this.guardedImpl : (this.unguardedImpl as Call);
  }

  /** `call`, with its arguments in a list. */
  apply(args: Values): unknown {
    return args.length > 2 ? callMany(this, args) : callFew(this, args.length, args[0], args[1]);
  }

  /** `f`, a part of this primitive, as it may be called anywhere. */
  guard<F extends (...args: never[]) => unknown>(f: F): F {
    return this.noEscape ? f : guarded(f);
  }
}

/** A call goes to the innermost trace among the arguments, or to the implementation where all of them are plain. */
function callOf(p: Primitive): Call {
  // V8 makes no list of an empty rest. Spreading `arguments` instead takes 0.3 us.
  return function call(x, y, ...rest) {
    return rest.length === 0 ? callFew(p, arguments.length, x, y) : callMany(p, [x, y, ...rest]);
  };
}

/** Nearly all calls have one or two arguments (`n`), and a list would cost as much as the op of a scalar program. */
export function callFew(p: Primitive, n: number, x: unknown, y: unknown): unknown {
  const trace = innermost(innermost(null, x), y);
  if (trace?.isOpen === false) throw usedAfterEnd(p.name);
  if (trace !== null) return trace.runFew(p, n, x, y);
  try {
    return plain(p, n === 2 ? p.impl(x, y) : p.impl(x));
  } catch (error) {
    throw explained(p, [x, y], error);
  }
}

function callMany(p: Primitive, args: Values): unknown {
  const trace = args.reduce(innermost, null);
  if (trace?.isOpen === false) throw usedAfterEnd(p.name);
  if (trace !== null) return trace.run(p, args);
  try {
    return plain(p, p.impl(...args));
  } catch (error) {
    throw explained(p, args, error);
  }
}

function innermost(trace: Trace | null, x: unknown): Trace | null {
  return x instanceof Container && (trace === null || x.trace.id > trace.id) ? x.trace : trace;
}

function plain(p: Primitive, ans: unknown): unknown {
  if (ans instanceof Container || (Array.isArray(ans) && ans.some((a) => a instanceof Container)))
    throw closedOver(p.name);
  return ans;
}

function explained(p: Primitive, args: Values, error: unknown): unknown {
  return args.some(isForeignContainer) ? twoCopies(p.name) : error;
}
