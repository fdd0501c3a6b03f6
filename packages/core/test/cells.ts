/** Numbers in cells of reclaimable memory: the smallest library with a `Scope`. A reclaimed cell reads NaN. */
import {
  attachBatching,
  Container,
  isTransient,
  nonDifferentiable,
  primitive,
  transforms,
} from "@ndgrad/core";
import type { PrimitiveFn, Scope, Space } from "@ndgrad/core";

/** One number, or the numbers of a batch. */
export class Cell {
  constructor(public values: number[]) {}
}

const arena = new Set<Cell>();
let depth = 0;

const scope: Scope = {
  enter() {
    depth++;
  },
  exit() {
    if (--depth > 0) return;
    for (const cell of arena) cell.values = cell.values.map(() => NaN);
    arena.clear();
  },
  take: (x) => (x instanceof Cell && !arena.has(x) ? inArena(x.values) : x),
  escape: (x) => (x instanceof Cell && arena.has(x) ? new Cell([...x.values]) : x),
};

function inArena(values: readonly number[]): Cell {
  const cell = new Cell([...values]);
  arena.add(cell);
  return cell;
}

/** A cell for the answer of an op: in scope memory if `isTransient`. */
export function answerCell(values: readonly number[]): Cell {
  return isTransient ? inArena(values) : new Cell([...values]);
}

type Unary = PrimitiveFn<[x: Cell], Cell>;
type Binary = PrimitiveFn<[x: Cell, y: Cell], Cell>;

const zip = (f: (a: number, b: number) => number) => (x: Cell, y: Cell) => {
  const n = Math.max(x.values.length, y.values.length);
  const at = ({ values }: Cell, i: number): number => values[values.length === 1 ? 0 : i]!;
  return answerCell(Array.from({ length: n }, (_, i) => f(at(x, i), at(y, i))));
};

export const add: Binary = primitive(
  "add",
  zip((a, b) => a + b),
  { vjp: [(g) => g, (g) => g], jvp: [(t) => t, (t) => t] },
  { noEscape: true },
);

export const mul: Binary = primitive(
  "mul",
  zip((a, b) => a * b),
  { vjp: [(g, _ans, _x, y) => mul(g, y), (g, _ans, x) => mul(g, x)], jvp: ["linear", "linear"] },
  { noEscape: true },
);

export const sin: Unary = primitive(
  "sin",
  (x: Cell) => answerCell(x.values.map(Math.sin)),
  { vjp: [(g, _ans, x) => mul(g, cos(x))], jvp: [(t, _ans, x) => mul(t, cos(x))] },
  { noEscape: true },
);

export const cos: Unary = primitive(
  "cos",
  (x: Cell) => answerCell(x.values.map(Math.cos)),
  { vjp: [(g, _ans, x) => mul(mul(new Cell([-1]), g), sin(x))], jvp: [(t, _ans, x) => mul(mul(new Cell([-1]), t), sin(x))] }, // prettier-ignore
  { noEscape: true },
);

/** Without derivative: its answer is an ordinary plain value. */
export const floor = nonDifferentiable("floor", (x: Cell) => answerCell(x.values.map(Math.floor)), {
  noEscape: true,
});

for (const fn of [sin, cos]) attachBatching(fn, (_, x) => fn(x));
for (const fn of [add, mul]) attachBatching(fn, (_, x, y) => fn(x, y));

class TracedCell extends Container {
  override get space(): Space<Cell> {
    return cells;
  }
}

export const cells: Space<Cell> = {
  name: "cell",
  Container: TracedCell,
  scope: () => scope,
  is: (x): x is Cell => x instanceof Cell,
  describe: () => "a cell",
  isScalar: () => true,
  matches: (g) => g instanceof Cell || g instanceof TracedCell,
  zerosLike: () => new Cell([0]),
  onesLike: () => new Cell([1]),
  add: (x, y) => add(x, y),
  scale: (c, x) => mul(new Cell([c]), x),
  inner: (x, y) => x.values[0]! * y.values[0]!,
  basis: () => [new Cell([1])],
  copy: ({ values }) => new Cell([...values]),
  count: ({ values }) => values.length,
  unstack: ({ values }) => values.map((v) => new Cell([v])),
  stack: (examples) => answerCell(examples.map(({ values }) => values[0]!)),
};

export const { batch, checkpoint, customVjp, jvp, linearize, replay, scoped, stopGradient, vjp } = transforms(
  [cells],
);

/** A gradient, for losses that are cells. */
export function grad(f: (x: Cell) => Cell): (x: Cell) => Cell {
  return (x) => vjp(f, x)[1](new Cell([1]))[0];
}

/** A transform that uses and releases the memory. */
export function overwrite(): void {
  jvp((x: Cell) => mul(sin(x), x), [new Cell([9])], [new Cell([1])]);
}
