/** A Var is a value that remembers what it was made from, so that derivatives can flow back to where it came from. */
import {
  axesOf,
  broadcastTo,
  describe,
  map,
  matmul,
  reshape,
  shapeOf,
  sizeOf,
  sumTo,
  transpose,
} from "./arrays.js";
import type { Value } from "./arrays.js";

type Operand = Var | Value;
type Scalar = (...entries: number[]) => number;

/** One input of an op. `pull` takes the derivative by the op's result to the derivative by this input. */
export interface Child {
  readonly node: Var;
  readonly pull: (g: Value) => Value;
}

/** Vars are numbered as they are made. What a Var is made from exists before it, so it has a smaller number. */
let made = 0;

/** A number or an array in a graph of ops. The other operand of an op may be a plain value: it is a constant. */
export class Var {
  readonly id = made++;
  readonly value: Value;
  readonly children: readonly Child[];
  /** What `backward` has found so far. It only ever adds to this. */
  grad: Value;

  constructor(value: Value, children: readonly Child[] = []) {
    this.value = value;
    this.children = children;
    this.grad = map("grad", () => 0, value);
  }

  /**
   * Walk from this number back to all that it was made from, adding to the `grad` of each the derivative of this.
   * Throws RangeError on an array, which has more than one derivative.
   */
  backward(): void {
    if (shapeOf(this.value).length > 0)
      throw new RangeError(`backward: expected a number, got shape ${describe(this.value)}. Take its sum().`);
    this.grad = 1;
    for (const parent of newestFirst(this))
      for (const { node, pull } of parent.children)
        node.grad = map("grad", (sum, g) => sum + g, node.grad, pull(parent.grad));
  }

  // Elementwise ops: the value at a point, and the slope in each operand. Shapes broadcast.

  add(y: Operand) {
    return elementwise("add", [this, y], (x, y) => x + y, [() => 1, () => 1]);
  }
  sub(y: Operand) {
    return elementwise("sub", [this, y], (x, y) => x - y, [() => 1, () => -1]);
  }
  mul(y: Operand) {
    return elementwise("mul", [this, y], (x, y) => x * y, [(_, y) => y, (x) => x]);
  }
  div(y: Operand) {
    return elementwise("div", [this, y], (x, y) => x / y, [(_, y) => 1 / y, (x, y) => -x / (y * y)]);
  }
  neg() {
    return elementwise("neg", [this], (x) => -x, [() => -1]);
  }
  /** The slope of x^0 is 0 at 0 too, where the formula would give 0 · ∞. */
  pow(n: number) {
    return elementwise("pow", [this], (x) => x ** n, [(x) => (n === 0 ? 0 : n * x ** (n - 1))]);
  }
  exp() {
    return elementwise("exp", [this], Math.exp, [Math.exp]);
  }
  log() {
    return elementwise("log", [this], Math.log, [(x) => 1 / x]);
  }
  sin() {
    return elementwise("sin", [this], Math.sin, [Math.cos]);
  }
  cos() {
    return elementwise("cos", [this], Math.cos, [(x) => -Math.sin(x)]);
  }
  /** The slope is sech², not 1 − tanh², which is all rounding error far from 0. */
  tanh() {
    return elementwise("tanh", [this], Math.tanh, [(x) => 1 / Math.cosh(x) ** 2]);
  }
  /** 1 / (1 + e^−x). */
  sigmoid() {
    return elementwise("sigmoid", [this], sigmoid, [(x) => sigmoid(x) * sigmoid(-x)]);
  }
  /** The larger of x and 0. The slope at 0 is taken to be 0. */
  relu() {
    return elementwise("relu", [this], (x) => Math.max(x, 0), [(x) => (x > 0 ? 1 : 0)]);
  }

  // Ops on whole arrays: the value, and how a derivative by the result goes back to each operand.

  /** The sum of all entries, or along one axis (−1 is the last). Backward, every entry gets the sum's derivative. */
  sum(axis?: number): Var {
    const shape = shapeOf(this.value);
    const axes = axesOf("sum", shape, axis);
    const ones = shape.map((n, i) => (axes.includes(i) ? 1 : n));
    const rest = shape.filter((_, i) => !axes.includes(i));
    const value = reshape(sumTo(this.value, ones), rest);
    return new Var(value, [{ node: this, pull: (g) => broadcastTo(reshape(g, ones), shape) }]);
  }
  /** The sum divided by the number of entries that went into it. */
  mean(axis?: number): Var {
    const sum = this.sum(axis);
    return sum.div(sizeOf(shapeOf(this.value)) / sizeOf(shapeOf(sum.value)));
  }
  /** The axes in reverse order. */
  transpose(): Var {
    return new Var(transpose(this.value), [{ node: this, pull: transpose }]);
  }
  /** The matrix product [m,k] · [k,n] → [m,n]. */
  matmul(b: Operand): Var {
    const [x, y] = [this, lift(b)];
    return new Var(matmul(x.value, y.value), [
      { node: x, pull: (g) => matmul(g, transpose(y.value)) },
      { node: y, pull: (g) => matmul(transpose(x.value), g) },
    ]);
  }
}

/** Everything that `root` was made from, each Var after all that it went into. A Set can grow while it is walked. */
function newestFirst(root: Var): Var[] {
  const found = new Set([root]);
  for (const parent of found) for (const { node } of parent.children) found.add(node);
  return [...found].sort((x, y) => y.id - x.id);
}

/**
 * An op that works entry by entry: `f` gives the value, `slopes` its derivative by each operand, all of them from the
 * operands' entries. An operand that was broadcast went into many results, so it gets the sum of their derivatives.
 */
export function elementwise(
  op: string,
  operands: readonly Operand[],
  f: Scalar,
  slopes: readonly Scalar[],
): Var {
  const nodes = operands.map(lift);
  const values = nodes.map((node) => node.value);
  const children = nodes.map((node, i) => {
    const share = (g: number, ...xs: number[]) => g * slopes[i]!(...xs);
    return { node, pull: (g: Value) => sumTo(map(op, share, g, ...values), shapeOf(node.value)) };
  });
  return new Var(map(op, f, ...values), children);
}

const lift = (x: Operand): Var => (x instanceof Var ? x : new Var(x));
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
