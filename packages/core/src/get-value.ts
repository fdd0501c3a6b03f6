/** Reading a traced value as a plain one, for JavaScript's own control flow. */
import { readUnderVmap, usedAfterEnd } from "./errors/refusals.js";
import { Container } from "./tracer.js";

/**
 * A plain copy of a traced value, for `if`, loops and printing. A plain value is returned as it is.
 * Throws TracedValueError under `vmap`, where a value is a batch, and if the value's transform has ended.
 */
export function getValue<V>(value: V): V {
  if (!(value instanceof Container)) return value;
  let plain: unknown = value;
  while (plain instanceof Container) {
    mustBeRunning("getValue", plain);
    if (plain.trace.isBatched) throw readUnderVmap();
    plain = plain.value;
  }
  // A copy, because a write to what the tape remembers would falsify the derivative. It has the type of `value`.
  return value.space.copy(plain) as V;
}

/**
 * Whatever reads a container calls this first: once the trace has ended, its value may lie in memory that was reclaimed.
 * Throws TracedValueError, in the name of `op`.
 */
export function mustBeRunning(op: string, { trace }: Container): void {
  if (!trace.isOpen) throw usedAfterEnd(op);
}
