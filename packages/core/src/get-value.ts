/** Reading a traced value for control flow of the host. */
import { readUnderVmap, usedAfterEnd } from "./errors/refusals.js";
import { Container } from "./tracer.js";

/**
 * A plain copy of a traced value, to read for control flow of the host (`if`, loops, printing); a plain value as it is.
 * Throws TracedValueError under `vmap`, where a value is a batch, and for a value whose trace has ended.
 */
export function getValue<V>(value: V): V {
  if (!(value instanceof Container)) return value;
  let plain: unknown = value;
  while (plain instanceof Container) {
    // It may have lain in memory that holds other numbers now.
    if (!plain.trace.isOpen) throw usedAfterEnd("getValue");
    if (plain.trace.isBatched) throw readUnderVmap();
    plain = plain.value;
  }
  // A copy, because writing into what the tape remembers would falsify the derivative. Its kind is that of `value`.
  return value.space.copy(plain) as V;
}
