/** A kernel from a scalar function: which of its loops to take for arrays that lie so. */
import type { NdF64, NdU8 } from "../kernels.js";
import { collapse, isContiguous, walk } from "./layout.js";
import { compileLoops } from "./loops.js";
import type { Loops, Scalar } from "./loops.js";
import { byNdarrayOps } from "./ndarray-ops.js";
import type { Name } from "./ndarray-ops.js";
import { unaliasedEntries } from "./overlap.js";

type Nd = NdF64 | NdU8;
type Operand = Nd | number;

/** `out = f(x, y, z)` entry by entry. For operands that `f` does not take, pass 0. */
export function entrywise(name: Name, f: Scalar, arity: 1 | 2 | 3) {
  const compiled = new Array<Loops | undefined>(8).fill(undefined);
  return (out: Nd, x: Operand, y: Operand, z: Operand): void => {
    const numbers = (typeof x === "number" ? 1 : 0) | (typeof y === "number" ? 2 : 0) | (typeof z === "number" ? 4 : 0);
    const loops = (compiled[numbers] ??= compileLoops(name, f, arity, numbers));
    if (typeof x !== "number") x = unaliasedEntries(out, x);
    if (typeof y !== "number") y = unaliasedEntries(out, y);
    if (typeof z !== "number") z = unaliasedEntries(out, z);
    if (isContiguous(out) && isRow(x) && isRow(y) && isRow(z)) {
      loops.rows(1, out.size, out.data, out.offset, 0, data(x), offset(x), 0, data(y), offset(y), 0, data(z), offset(z), 0);
    } else overViews(name, loops, out, x, y, z);
  };
}

const isRow = (x: Operand) => typeof x === "number" || isContiguous(x);
const data = (x: Operand) => (typeof x === "number" ? x : x.data);
const offset = (x: Operand) => (typeof x === "number" ? 0 : x.offset);

/**
 * From this size on ndarray-ops takes what has no rows of neighbours: it goes through arrays of clashing orders tile by
 * tile, twice as fast for a transpose of 2048 x 2048. Below, its 0.3 us a call, and 0.1 ms for each new order, do not pay.
 */
const LARGE = 1 << 16;

function overViews(name: Name, loops: Loops, out: Nd, x: Operand, y: Operand, z: Operand): void {
  // A number moves with `out`: it is in no way of joining dimensions.
  const strides = [out, x, y, z].map((v) => (typeof v === "number" ? out.stride : v.stride));
  // Most views have two dimensions and rows long enough: nothing to gain from a search for longer ones.
  const isPlain = out.shape.length === 2 && out.shape[1]! >= 8;
  const layout = isPlain ? { shape: out.shape, strides } : collapse(out.shape, strides);
  const depth = Math.max(0, layout.shape.length - 2);
  const [m, n] = layout.shape.length === 1 ? [1, layout.shape[0]!] : [layout.shape[depth]!, layout.shape[depth + 1]!];
  const steps = layout.strides.map((s) => s.at(-1)!);
  const [oR, xR, yR, zR] = layout.strides.map((s) => s[depth]!) as Four;
  const [oS, xS, yS, zS] = steps as Four;
  const at: Four = [out.offset, offset(x), offset(y), offset(z)];
  if (steps.every((step) => step === 1)) {
    walk(layout, depth, at, () => {
      loops.rows(m, n, out.data, at[0], oR, data(x), at[1], xR, data(y), at[2], yR, data(z), at[3], zR);
    });
  } else if (out.size < LARGE || typeof x === "number" || !byNdarrayOps(name, out, x, y)) {
    walk(layout, depth, at, () => {
      loops.block(m, n, out.data, at[0], oR, oS, data(x), at[1], xR, xS, data(y), at[2], yR, yS, data(z), at[3], zR, zS);
    });
  }
}

/** Of out, x, y, z. */
type Four = [number, number, number, number];
