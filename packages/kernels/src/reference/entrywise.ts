/** A kernel from a scalar function: which of its loops to take for arrays that lie so. */
import type { NdF64, NdU8 } from "../kernels.js";
import { isContiguous } from "../view.js";
import { collapse, walk } from "./layout.js";
import { compileLoops } from "./loops.js";
import type { Data, Loops, Scalar } from "./loops.js";
import { byNdarrayOps } from "./ndarray-ops.js";
import type { Name } from "./ndarray-ops.js";
import { unaliasedEntries } from "./overlap.js";

type Nd = NdF64 | NdU8;
type Operand = Nd | number;

/** `out = f(x, y, z)` entry by entry. For operands that `f` does not take, pass 0. */
export function entrywise(name: Name, f: Scalar, arity: 1 | 2 | 3) {
  const compiled = new Array<Loops | undefined>(8).fill(undefined);
  return (out: Nd, x: Operand, y: Operand, z: Operand): void => {
    const numbers =
      (typeof x === "number" ? 1 : 0) | (typeof y === "number" ? 2 : 0) | (typeof z === "number" ? 4 : 0);
    const loops = (compiled[numbers] ??= compileLoops(name, f, arity, numbers));
    const isFlat = isContiguous(out) && isRow(x) && isRow(y) && isRow(z);
    if (isFlat && out.data.length <= aside.length) {
      overFewEntries(loops, out, x, y, z);
      return;
    }
    if (typeof x !== "number") x = unaliasedEntries(out, x);
    if (typeof y !== "number") y = unaliasedEntries(out, y);
    if (typeof z !== "number") z = unaliasedEntries(out, z);
    if (isFlat) overRow(loops, out.size, out.data, out.offset, x, y, z);
    else overViews(name, loops, out, x, y, z);
  };
}

const isRow = (x: Operand) => typeof x === "number" || isContiguous(x);
const data = (x: Operand) => (typeof x === "number" ? x : x.data);
const offset = (x: Operand) => (typeof x === "number" ? 0 : x.offset);

function overRow(loops: Loops, n: number, o: Data, oo: number, x: Operand, y: Operand, z: Operand): void {
  if (n < SHORT) {
    loops.block(
      1,
      n,
      o,
      oo,
      0,
      1,
      data(x),
      offset(x),
      0,
      1,
      data(y),
      offset(y),
      0,
      1,
      data(z),
      offset(z),
      0,
      1,
    );
  } else loops.rows(1, n, o, oo, 0, data(x), offset(x), 0, data(y), offset(y), 0, data(z), offset(z), 0);
}

/**
 * V8 keeps data of up to 8 numbers in its own heap until someone looks at their buffer, which moves them out, at 0.2 us.
 * So do not look for overlaps: put the answer aside first.
 */
function overFewEntries(loops: Loops, out: Nd, x: Operand, y: Operand, z: Operand): void {
  const n = out.size;
  overRow(loops, n, aside, 0, x, y, z);
  for (let i = 0; i < n; i++) out.data[out.offset + i] = aside[i]!;
}
const aside = new Float64Array(8);

/** Rows shorter than this are not for `rows`. */
const SHORT = 16;
/** From this size on the 0.3 us that a call of ndarray-ops takes do not matter. */
const LARGE = 4096;

function overViews(name: Name, loops: Loops, out: Nd, x: Operand, y: Operand, z: Operand): void {
  // A number moves as `out` does: it stands in no way of joining dimensions.
  const strides = [out, x, y, z].map((v) => (typeof v === "number" ? out.stride : v.stride));
  // Most views have two dimensions and rows long enough: nothing to gain from a search for longer ones.
  const isPlain = out.shape.length === 2 && out.shape[1]! >= 8;
  const layout = isPlain ? { shape: out.shape, strides } : collapse(out.shape, strides);
  const last = layout.shape.length - 1;
  const depth = Math.max(0, last - 1);
  const m = last === 0 ? 1 : layout.shape[depth]!;
  const n = layout.shape[last]!;
  const [oR, xR, yR, zR] = layout.strides.map((s) => s[depth]!) as Four;
  const [oS, xS, yS, zS] = layout.strides.map((s) => s[last]!) as Four;
  const at: Four = [out.offset, offset(x), offset(y), offset(z)];
  if (n >= SHORT && oS === 1 && xS === 1 && yS === 1 && zS === 1) {
    walk(layout, depth, at, () => {
      loops.rows(m, n, out.data, at[0], oR, data(x), at[1], xR, data(y), at[2], yR, data(z), at[3], zR);
    });
  } else if (depth === 0 || out.size < LARGE || typeof x === "number" || !byNdarrayOps(name, out, x, y)) {
    walk(layout, depth, at, () => {
      loops.block(
        m,
        n,
        out.data,
        at[0],
        oR,
        oS,
        data(x),
        at[1],
        xR,
        xS,
        data(y),
        at[2],
        yR,
        yS,
        data(z),
        at[3],
        zR,
        zS,
      );
    });
  }
}

/** Of out, x, y, z. */
type Four = [number, number, number, number];
