/** Reading a traced value for control flow of the host. */
import { readUnderVmap } from "./errors/refusals.js";
import { Container } from "./tracer.js";

/**
 * A plain copy of a traced value, to read for control flow of the host (`if`, loops, printing); a plain value as it is.
 * Throws TracedValueError under `vmap`, where a value is a batch.
 */
export function getValue<V>(value: V): V {
  if (!(value instanceof Container)) return value;
  let plain: unknown = value;
  while (plain instanceof Container) {
    if (plain.trace.isBatched) throw readUnderVmap();
    plain = plain.value;
  }
  // A copy, because writing into what the tape remembers would falsify the derivative. Its kind is that of `value`.
  return value.space.copy(plain) as V;
}
