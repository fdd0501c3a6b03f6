/** Samples shared by all ops of one form: maps of one argument, and of two that broadcast. */
import type { Tensor } from "../tensor.js";
import type { DrawTensor } from "./draw.js";
import type { Choices } from "./choices.js";
import { differentiable, plain } from "./entry.js";
import type { Drawn, Notes, OpSpec } from "./entry.js";

type Unary = (x: Tensor) => unknown;
type Binary = (x: Tensor, y: Tensor) => unknown;

/** A differentiable map of one argument. */
export function unary(f: Unary, draw: DrawTensor, notes: Notes<Unary> = {}): OpSpec {
  return differentiable(f, ofOne(draw), { vary: (choose) => [draw(...choose.shape())], ...notes });
}

/** A map of one argument that is never in a graph. */
export function plainUnary(f: Unary, draw: DrawTensor, notes: Notes<Unary> = {}): OpSpec {
  return plain(f, ofOne(draw), { vary: (choose) => [draw(...choose.shape())], ...notes });
}

/** A differentiable map of two arguments that broadcast. */
export function binary(f: Binary, x: DrawTensor, y: DrawTensor, notes: Notes<Binary> = {}): OpSpec {
  return differentiable(f, ofTwo(x, y), { vary: varyTwo(x, y), ...notes });
}

/** A map of two arguments that broadcast, never in a graph. */
export function plainBinary(f: Binary, x: DrawTensor, y: DrawTensor, notes: Notes<Binary> = {}): OpSpec {
  return plain(f, ofTwo(x, y), { vary: varyTwo(x, y), ...notes });
}

type Samples<A extends readonly unknown[]> = readonly [Args<A>, ...Args<A>[]];
type Args<A extends readonly unknown[]> = { readonly [I in keyof A]: Drawn<A[I]> };

function ofOne(draw: DrawTensor): Samples<[Tensor]> {
  return [[draw(2, 3)], [draw()], [draw(1)], [draw(2, 0)], [draw(2, 1, 3)]];
}

function ofTwo(x: DrawTensor, y: DrawTensor): Samples<[Tensor, Tensor]> {
  return [
    [x(2, 3), y(2, 3)],
    [x(2, 3), y()],
    [x(), y(4)],
    [x(2, 1), y(3)],
    [x(1, 3), y(2, 2, 1)],
    [x(), y()],
    [x(0, 3), y(1)],
    [x(1), y(0)],
  ];
}

function varyTwo(x: DrawTensor, y: DrawTensor): (choose: Choices) => Args<[Tensor, Tensor]> {
  return (choose) => {
    const [s, t] = choose.broadcasting(choose.shape());
    return [x(...s), y(...t)];
  };
}
