/** Mistakes with traced values, each with the error that explains it. */
import { TracedValueError } from "./errors.js";

/** Marks containers. The mark's value tells containers of this copy of core from those of another. */
export const MARK = Symbol.for("ndgrad.container");
export const THIS_COPY = {};

/** True if `value` is a container made by another loaded copy of core. */
export function isForeignContainer(value: unknown): boolean {
  return typeof value === "object" && value !== null && MARK in value && value[MARK] !== THIS_COPY;
}

export function twoCopies(where: string): TracedValueError {
  return new TracedValueError(
    `${where}: expected a value traced by this copy of @ndgrad/core, got one of another copy. ` +
      `Two copies are loaded: make all libraries depend on one version (npm ls @ndgrad/core shows them).`,
  );
}

/** `x * 2` or `x > 0` on a container would silently drop the derivative. */
export function usedByOperator(kind: string, hint: string): TracedValueError {
  const use = hint === "default" ? "with a JS operator" : `as a JS ${hint}`;
  return new TracedValueError(
    `${kind}: expected an op on a traced value, got the value used ${use}. ` +
      `Write add(x, y), mul(x, y), greater(x, y), …; getValue(x) reads the plain value for control flow.`,
  );
}

/** JSON of a traced value would be a number that means nothing outside its trace. */
export function usedInJson(kind: string): TracedValueError {
  return new TracedValueError(`${kind}: expected a plain value, got a traced one in JSON. Use getValue(x).`);
}

/** An op on a container whose trace has ended would be recorded on a tape that nobody walks. */
export function usedAfterEnd(op: string): TracedValueError {
  return new TracedValueError(
    `${op}: expected a value of a running trace, got one whose trace has ended. ` +
      `Return it from the differentiated function (hasAux) instead of storing it; getValue(x) gives a plain copy.`,
  );
}

/** An implementation that closes over a traced value would hide it from the walk. */
export function closedOver(op: string): TracedValueError {
  return new TracedValueError(
    `${op}: expected plain values inside the implementation, got a traced value that it closes over. ` +
      `Pass that value as an argument.`,
  );
}

export function readUnderVmap(): TracedValueError {
  return new TracedValueError(
    "getValue: expected one value, got a batch: under vmap there is one per example. " +
      "Use ops that choose entry by entry, such as where, or map in a loop.",
  );
}
