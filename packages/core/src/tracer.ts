/**
 * The whole idea on one page. A primitive is a function that traces can see. A trace is one run of a user's function
 * under one interpretation; while it runs, a container stands in for each traced value. A call of a primitive goes to
 * the innermost trace among its arguments. That trace *unboxes* its containers, *computes* by calling the primitive
 * again, so that outer traces see it too, and *boxes* the answer with what it has to remember: a tape node, a tangent.
 */
import { closedOver, isForeignContainer, MARK, THIS_COPY, twoCopies, usedAfterEnd, usedByOperator, usedInJson } from "./errors/refusals.js"; // prettier-ignore
import { escape, guard, hasScope, needsGuard, setTransient } from "./scope.js";

type Values = readonly unknown[];

/** Ids only grow, so of two traces the one with the larger id is the inner one. */
let lastId = 0;

/** One run of a function under one interpretation: recording, pushing tangents, batching. */
export abstract class Trace {
  readonly id = ++lastId;
  /** True while the traced function runs. Containers of a closed trace are refused. */
  isOpen = true;
  /** True if this trace ends before the open scopes do: then its containers may hold values in scope memory. */
  protected readonly isScoped: boolean = hasScope();
  /** True if a container of this trace stands for a whole batch of values. */
  readonly isBatched: boolean = false;

  /** Apply `p` to `args`, at least one of them a container of this trace. Memory meanwhile: see scope.ts. */
  run(p: Primitive, args: Values): unknown {
    const before = setTransient(this.isScoped);
    try {
      const values = this.unboxAll(args);
      const ans = this.compute(p, values, args);
      const boxed = this.box(p, ans, values, args);
      // A plain answer goes to user code, so it must not stay in that memory.
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

  /** `ans` in a container with what this trace remembers about it, or just `ans` if there is nothing to remember. */
  protected abstract box(p: Primitive, ans: unknown, values: Values, args: Values): unknown;

  /** `run` for `n` = 1 or 2 arguments. A trace of many small calls may override it to avoid making lists. */
  runFew(p: Primitive, n: number, x: unknown, y: unknown): unknown {
    return this.run(p, n === 2 ? [x, y] : [x]);
  }

  owns(value: unknown): value is Container {
    return value instanceof Container && value.trace === this;
  }

  /** Run `f`, then close this trace: a container that is used later has escaped. */
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
    /** What the trace remembers about the value: a tape node, a tangent. */
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
  /** A value in words, for messages: "complex 1 + 2i". Accepts containers of this kind. */
  describe(value: unknown): string;
  /** A plain copy that shares no storage with `value`. */
  copy(value: unknown): unknown;
}

export type Rule = (gOrT: unknown, ans: unknown, ...args: unknown[]) => unknown;
/** Derivative rules without their argument types: one for each argument, or one function for all of them. */
export type RuleSet = readonly (Rule | null)[] | Rule;
type Call = (...args: unknown[]) => unknown;

/** The func wrapper: the record of a function that traces read, and in `call` the function that users call. */
export class Primitive {
  vjp: RuleSet | undefined = undefined;
  jvp: RuleSet | undefined = undefined;
  /** Applies it to a whole batch; `isMapped[i]`: argument i holds all examples. Without it, batching is a loop. */
  batch: ((isMapped: readonly boolean[], ...args: unknown[]) => unknown) | undefined = undefined;
  readonly call: Call = dispatcher(this);
  private readonly guardedImpl: Call;

  constructor(
    readonly name: string,
    private readonly unguardedImpl: (...args: never) => unknown,
    /** False for functions that accept traced values but have no derivative: comparisons, argmax. */
    readonly isDifferentiable: boolean,
    /** True if neither the implementation nor a rule keeps a value after it returns: then they may use scope memory. */
    private readonly noEscape: boolean,
  ) {
    this.guardedImpl = this.guard(unguardedImpl as Call);
  }

  /** The implementation. The guard costs a call, so it is skipped when it has nothing to do. */
  get impl(): Call {
    // The signature of `primitive` has checked the types; traces call every primitive in the same way.
    return needsGuard() ? this.guardedImpl : (this.unguardedImpl as Call);
  }

  /** `call`, with its arguments in a list. */
  apply(args: Values): unknown {
    return args.length > 2 ? callMany(this, args) : callFew(this, args.length, args[0], args[1]);
  }

  /** Protect `f`, the implementation or a rule of this primitive, from scope memory if it might keep what it sees. */
  guard<F extends (...args: never[]) => unknown>(f: F): F {
    return this.noEscape ? f : guard(f);
  }
}

/** A call goes to the innermost trace among the arguments, or to the implementation if all of them are plain. */
function dispatcher(p: Primitive): Call {
  // V8 allocates no list for an empty rest parameter. Spreading `arguments` instead takes 0.3 us.
  return function call(x, y, ...rest) {
    return rest.length === 0 ? callFew(p, arguments.length, x, y) : callMany(p, [x, y, ...rest]);
  };
}

/** Nearly all calls have `n` = 1 or 2 arguments; making a list would cost a scalar program as much as the op itself. */
export function callFew(p: Primitive, n: number, x: unknown, y: unknown): unknown {
  const trace = innermost(innermost(null, x), y);
  if (trace?.isOpen === false) throw usedAfterEnd(p.name);
  if (trace !== null) return trace.runFew(p, n, x, y);
  try {
    return mustBePlain(p, n === 2 ? p.impl(x, y) : p.impl(x));
  } catch (error) {
    throw explain(p, [x, y], error);
  }
}

function callMany(p: Primitive, args: Values): unknown {
  const trace = args.reduce(innermost, null);
  if (trace?.isOpen === false) throw usedAfterEnd(p.name);
  if (trace !== null) return trace.run(p, args);
  try {
    return mustBePlain(p, p.impl(...args));
  } catch (error) {
    throw explain(p, args, error);
  }
}

function innermost(trace: Trace | null, x: unknown): Trace | null {
  return x instanceof Container && (trace === null || x.trace.id > trace.id) ? x.trace : trace;
}

/** A container in the answer of an implementation is one that it closes over, hidden from the trace. */
function mustBePlain(p: Primitive, ans: unknown): unknown {
  if (ans instanceof Container || (Array.isArray(ans) && ans.some((a) => a instanceof Container)))
    throw closedOver(p.name);
  return ans;
}

/** `error`, unless the likely cause is a container of another copy of core. */
function explain(p: Primitive, args: Values, error: unknown): unknown {
  return args.some(isForeignContainer) ? twoCopies(p.name) : error;
}
