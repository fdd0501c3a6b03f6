/** The func wrapper: a call goes to the innermost trace among its arguments, or straight to the implementation. */
import { TracedValueError } from "./errors.js";
import { isForeignContainer, twoCopies } from "./kinds.js";
import { attachRules, Primitive } from "./rules.js";
import type { Args, Declared, PrimitiveFn, Rules } from "./rules.js";
import { isTransient, lastingly, settled } from "./scope.js";
import { Container } from "./trace.js";
import type { Trace } from "./trace.js";

/**
 * Wrap `impl`, a pure function of plain values, into a function that every trace can see. `impl` must take all
 * that it differentiates through as arguments; a JS array as result means several outputs.
 * Rules may be given here or attached later with `attachRules`.
 */
export function primitive<A extends Args, R>(
  name: string,
  impl: (...args: A) => R,
  rules: Rules<Declared<A>, R> = {},
): PrimitiveFn<A, R> {
  const fn = wrap<A, R>(name, impl, true);
  // `Declared<A>` is `A`.
  attachRules(fn, rules as Rules<A, R>);
  return fn;
}

/** Wrap a function that accepts traced values but has no derivative: its result is plain and in no graph. */
export function nonDifferentiable<A extends Args, R>(
  name: string,
  impl: (...args: A) => R,
): PrimitiveFn<A, R> {
  return wrap<A, R>(name, impl, false);
}

function wrap<A extends Args, R>(
  name: string,
  impl: (...args: A) => R,
  differentiable: boolean,
): PrimitiveFn<A, R> {
  const p = new Primitive(name, impl, differentiable);
  // V8 makes no list of an empty rest. Spreading `arguments` instead takes 0.3 us.
  function call(x: unknown, y: unknown, ...rest: unknown[]): unknown {
    if (rest.length > 0) return callN(p, [x, y, ...rest]);
    return arguments.length === 2 ? call2(p, x, y) : call1(p, x);
  }
  p.call = call;
  // The record forgets the argument types that this signature has checked.
  return Object.assign(p.call as (...args: Args) => R, { primitive: p });
}

function call1(p: Primitive, x: unknown): unknown {
  if (x instanceof Container) return opened(p, x.trace).process1(p, x);
  try {
    return plain(p, isTransient && !p.confined ? ordinarily(p, [x]) : p.impl(x));
  } catch (error) {
    throw explain(p, [x], error);
  }
}

function call2(p: Primitive, x: unknown, y: unknown): unknown {
  const tx = x instanceof Container ? x.trace : null;
  const ty = y instanceof Container ? y.trace : null;
  const trace = tx === null || (ty !== null && ty.id > tx.id) ? ty : tx;
  if (trace !== null) return opened(p, trace).process2(p, x, y);
  try {
    return plain(p, isTransient && !p.confined ? ordinarily(p, [x, y]) : p.impl(x, y));
  } catch (error) {
    throw explain(p, [x, y], error);
  }
}

function callN(p: Primitive, args: readonly unknown[]): unknown {
  let trace: Trace | null = null;
  for (const x of args)
    if (x instanceof Container && (trace === null || x.trace.id > trace.id)) trace = x.trace;
  if (trace !== null) return opened(p, trace).process(p, args);
  try {
    return plain(p, isTransient && !p.confined ? ordinarily(p, args) : p.impl(...args));
  } catch (error) {
    throw explain(p, args, error);
  }
}

/** `p` of a number, among which no trace can be: what `p.call` would come to. */
export function ofNumber(p: Primitive, x: number): unknown {
  return isTransient && !p.confined ? p.call(x) : plain(p, p.impl(x));
}

export function ofNumbers(p: Primitive, x: number, y: number): unknown {
  return isTransient && !p.confined ? p.call(x, y) : plain(p, p.impl(x, y));
}

/** An implementation that may keep its arguments gets ordinary ones. */
function ordinarily(p: Primitive, args: readonly unknown[]): unknown {
  return lastingly(() => p.impl(...args.map(settled)));
}

/** A container whose trace has ended would be recorded on a tape that nobody walks: refuse. */
function opened(p: Primitive, trace: Trace): Trace {
  if (trace.open) return trace;
  throw new TracedValueError(
    `${p.name}: expected a value of a running trace, got one whose trace has ended. ` +
      `Return it from the differentiated function (hasAux) instead of storing it; getValue(x) gives a plain copy.`,
  );
}

/** `impl` closing over a traced value would hide that value from the walk: refuse its answer. */
function plain(p: Primitive, ans: unknown): unknown {
  if (typeof ans !== "object" || ans === null) return ans;
  if (!(ans instanceof Container) && !(Array.isArray(ans) && ans.some((a) => a instanceof Container)))
    return ans;
  throw new TracedValueError(
    `${p.name}: expected plain values inside the implementation, got a traced value that it closes over. ` +
      `Pass that value as an argument.`,
  );
}

function explain(p: Primitive, args: readonly unknown[], error: unknown): unknown {
  return args.some(isForeignContainer) ? twoCopies(p.name) : error;
}
