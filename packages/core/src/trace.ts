/** Traces and the containers that they box values in: the two halves of one idea. */
import { TracedValueError } from "./errors.js";
import type { Primitive } from "./rules.js";
import { hasScope, setTransient, settled } from "./scope.js";
import type { Space } from "./space.js";

/** Ids only grow, so of two traces the one with the larger id is the inner one. */
let lastId = 0;

/** One run of a function under one interpretation: recording, pushing tangents, batching, compiling. */
export abstract class Trace {
  readonly id = ++lastId;
  /** A container is good only while the function that it was made for is running. */
  open = true;
  /** Does the trace end before the scopes that are open now, so that its containers may hold values that live there? */
  protected readonly scoped: boolean = hasScope();
  /** Does a container of this trace stand for many values at once? */
  readonly batched: boolean = false;

  /** Apply `p`: lower own containers, call `p.call` again, box the answer. At least one of `args` is ours. */
  abstract process(p: Primitive, args: readonly unknown[]): unknown;

  // One and two arguments are nearly every call of a scalar program: a trace may answer them without a list.
  process1(p: Primitive, x: Container): unknown {
    return this.process(p, [x]);
  }
  process2(p: Primitive, x: unknown, y: unknown): unknown {
    return this.process(p, [x, y]);
  }

  /** Is `value` boxed by this trace? */
  owns(value: unknown): value is Container {
    return value instanceof Container && value.trace === this;
  }

  /** `value` as the next outer trace sees it. */
  lower(value: unknown): unknown {
    return value instanceof Container && value.trace === this ? value.value : value;
  }

  /** Apply `p` to values that were lowered by `lowered`: the answer lasts as long as this trace may. */
  protected apply(p: Primitive, values: readonly unknown[]): unknown {
    const was = setTransient(this.scoped);
    try {
      return p.call(...values);
    } finally {
      setTransient(was);
    }
  }
  protected apply1(p: Primitive, x: unknown): unknown {
    const was = setTransient(this.scoped);
    try {
      return p.call(x);
    } finally {
      setTransient(was);
    }
  }
  protected apply2(p: Primitive, x: unknown, y: unknown): unknown {
    const was = setTransient(this.scoped);
    try {
      return p.call(x, y);
    } finally {
      setTransient(was);
    }
  }

  /** `value` as the next outer trace sees it, to be remembered. */
  protected lowered(value: unknown): unknown {
    return this.scoped ? this.lower(value) : settled(this.lower(value));
  }

  /** Run `f`, then close: afterwards a container of this trace is an escaped one. */
  during<R>(f: () => R): R {
    try {
      return f();
    } finally {
      this.open = false;
    }
  }
}

/** Stands in for a value while it is traced. A library subclasses it once per kind of value. */
export abstract class Container {
  /** Marks containers of every loaded copy of core. */
  static readonly MARK = Symbol.for("ndgrad.container");

  abstract get space(): Space;

  constructor(
    readonly trace: Trace,
    /** What the next outer trace sees: a plain value, or a container of that trace. */
    readonly value: unknown,
    /** What the trace remembers of the value: a tape node, a tangent. */
    readonly record: unknown,
  ) {}

  /** `x * 2` or `x > 0` on a container would silently drop the derivative: refuse. */
  [Symbol.toPrimitive](hint: string): never {
    const use = hint === "default" ? "with a JS operator" : `as a JS ${hint}`;
    throw new TracedValueError(
      `${this.space.name}: expected an op on a traced value, got the value used ${use}. ` +
        `Write add(x, y), mul(x, y), greater(x, y), …; getValue(x) reads the plain value for control flow.`,
    );
  }

  /** A traced value in JSON would freeze a number that means nothing outside its trace. */
  toJSON(): never {
    throw new TracedValueError(
      `${this.space.name}: expected a plain value, got a traced one in JSON. Use getValue(x).`,
    );
  }

  /** What `console.log` shows in Node. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `Traced(${this.space.describe(this)})`;
  }
}
Object.defineProperty(Container.prototype, Container.MARK, { value: true });

/** A plain copy of a traced value, to read for host control flow (`if`, loops, printing). */
export function getValue<V>(value: V): V {
  if (!(value instanceof Container)) return value;
  let plain: unknown = value;
  while (plain instanceof Container) {
    if (plain.trace.batched) throw manyValues();
    plain = plain.value;
  }
  // A copy, because writing into what the tape remembers would falsify the derivative. Its kind is that of `value`.
  return value.space.copy(plain) as V;
}

function manyValues(): TracedValueError {
  return new TracedValueError(
    "getValue: expected one value, got a batch: under vmap there is one per example. " +
      "Use ops that choose entry by entry, such as where, or map in a loop.",
  );
}
