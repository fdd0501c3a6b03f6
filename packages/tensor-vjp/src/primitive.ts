/** Primitives of this library: they keep nothing, so what they make may live in the memory of the transform. */
import "./default-backend.js";
import { nonDifferentiable as plainOf, primitive as traced } from "@ndgrad/core";
import type { Args, Declared, PrimitiveFn, Rules } from "@ndgrad/core";

/** Core's `primitive`, for an implementation and rules that keep neither what they are given nor what they make. */
export function primitive<A extends Args, R>(
  name: string,
  impl: (...args: A) => R,
  rules: Rules<Declared<A>, R>,
): PrimitiveFn<A, R> {
  return traced(name, impl, rules, { noEscape: true });
}

/** Core's `nonDifferentiable`, likewise. */
export function nonDifferentiable<A extends Args, R>(
  name: string,
  impl: (...args: A) => R,
): PrimitiveFn<A, R> {
  return plainOf(name, impl, { noEscape: true });
}
