/** Reading a traced value as a plain one, for JavaScript's own control flow. */
import { readUnderVmap } from "./errors/refusals.js";
import { Container } from "./tracer.js";

/**
 * A plain copy of a traced value, for `if`, loops and printing. A plain value is returned as it is.
 * Throws TracedValueError under `vmap`, where a value is a batch.
 */
export function getValue<V>(value: V): V {
  if (!(value instanceof Container)) return value;
  let plain: unknown = value;
  while (plain instanceof Container) {
    if (plain.trace.isBatched) throw readUnderVmap();
    plain = plain.value;
  }
  // A copy, because a write to what the tape remembers would falsify the derivative. It has the type of `value`.
  return value.space.copy(plain) as V;
}
