/** The func wrapper for tensors: shapes checked in one place, an array allocated, a kernel asked to fill it. */
import type { Args, Declared, PrimitiveFn, Rules } from "@ndgrad/core";
import { primitive } from "./primitive.js";
import { mayShare, scratch } from "./scope.js";
import { result } from "./tensor.js";
import type { Nd, Shape, Tensor } from "./tensor.js";

/** What an op does to plain arguments. */
export interface Body<A extends Args> {
  /** The shape of the result. This is the op's only validator: it throws before anything is allocated. */
  shapeOf(...args: A): Shape;
  /** Write every entry of the result into `out`, which is contiguous and holds anything, trusting the arguments. */
  fill(out: Nd, ...args: A): void;
  /** The result as a view of the first argument: asked for where sharing is safe; `undefined` where no view will do. */
  view?(...args: A): Nd | undefined;
}

/** A differentiable function of tensors with one tensor as result. */
export type Op<A extends Args> = PrimitiveFn<A, Tensor>;

/**
 * Define an op by its body and its derivative rules. The argument types come from the declared type of the constant
 * that it is assigned to, so that rules may mention the op that they belong to.
 */
export function op<A extends Args>(
  name: string,
  body: Body<Declared<A>>,
  rules: Rules<Declared<A>, Tensor>,
): Op<A>;
export function op<A extends Args>(name: string, body: Body<A>, rules: Rules<A, Tensor>): Op<A> {
  return primitive<A, Tensor>(name, evaluator(body), rules as Rules<Declared<A>, Tensor>);
}

/** The function of plain values that a body stands for. */
export function evaluator<A extends Args>(body: Body<A>): (...args: A) => Tensor {
  return (...args) => {
    const shape = body.shapeOf(...args);
    const shared = body.view !== undefined && mayShare(args[0]) ? body.view(...args) : undefined;
    // A view that did not tell that it lies in memory that is taken back would leave as it is.
    if (shared !== undefined && mayShare(shared)) return result(shared);
    const out = scratch(shape);
    body.fill(out, ...args);
    return result(out);
  };
}
