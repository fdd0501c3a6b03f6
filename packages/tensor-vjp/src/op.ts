/** Definitions of before `primitive.ts`, for families that are not converted yet: this file goes with the last of them. */
import { attachBatching, nonDifferentiable as plainOf, primitive as traced } from "@ndgrad/core";
import type { Args, Declared, PrimitiveFn, Rules } from "@ndgrad/core";
import { eachExample, primitive as defined } from "./primitive.js";
import type { ArrayMeaning, Calculus, Op } from "./primitive.js";
import { aligned } from "./primitives/batching.js";
import type { Nd, Shape, Tensor } from "./tensor.js";

export type { Op } from "./primitive.js";

interface Body<A extends Args> {
  shapeOf(...args: A): Shape;
  fill(out: Nd, ...args: A): void;
  view?(...args: A): Nd | undefined;
}

export function op<A extends Args>(
  name: string,
  body: Body<Declared<A>>,
  rules: Rules<Declared<A>, Tensor>,
): Op<A>;
export function op<A extends Args>(name: string, body: Body<A>, rules: Rules<A, Tensor>): Op<A> {
  const definition = {
    shape: (...args: A) => body.shapeOf(...args),
    kernel: (out: Nd, ...args: A) => body.fill(out, ...args),
    view: (...args: A) => body.view?.(...args),
    derivative: rules,
    batching: eachExample,
  };
  return defined<A>(name, definition as unknown as ArrayMeaning<Declared<A>> & Calculus<Declared<A>, Tensor>);
}

export function primitive<A extends Args, R>(
  name: string,
  impl: (...args: A) => R,
  rules: Rules<Declared<A>, R>,
): PrimitiveFn<A, R> {
  return traced(name, impl, rules, { noEscape: true });
}

export function nonDifferentiable<A extends Args, R>(
  name: string,
  impl: (...args: A) => R,
): PrimitiveFn<A, R> {
  return plainOf(name, impl, { noEscape: true });
}

export function mapped1(fn: PrimitiveFn<[x: Tensor], Tensor>): PrimitiveFn<[x: Tensor], Tensor> {
  attachBatching(fn, (_, x) => fn(x));
  return fn;
}

export function mapped2<R>(
  fn: PrimitiveFn<[x: Tensor, y: Tensor], R>,
): PrimitiveFn<[x: Tensor, y: Tensor], R> {
  attachBatching(fn, (batched, x, y) => fn(...(aligned(batched, [x, y]) as [Tensor, Tensor])));
  return fn;
}
