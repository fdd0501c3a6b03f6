/** A kernel from the loops of a scalar function: which of them to take for arrays with arbitrary layout. */
import type { NdF64, NdU8 } from "../signatures.js";
import { isContiguous } from "../view.js";
import { collapse, walk } from "../layout.js";
import type { Data, Loops } from "./loops.js";
import { unaliasedEntries } from "../overlap.js";

type Nd = NdF64 | NdU8;
type Operand = Nd | number;

/** `out = f(x, y, z)` entry by entry. For operands that `f` does not take, pass 0. */
export function entrywise(loops: Loops) {
  return (out: Nd, x: Operand, y: Operand, z: Operand): void => {
    const isFlat = isContiguous(out) && isContiguous(x) && isContiguous(y) && isContiguous(z);
    if (isFlat && out.data.length <= aside.length) {
      overFewEntries(loops, out, x, y, z);
      return;
    }
    if (typeof x !== "number") x = unaliasedEntries(out, x);
    if (typeof y !== "number") y = unaliasedEntries(out, y);
    if (typeof z !== "number") z = unaliasedEntries(out, z);
    if (isFlat) overRow(loops, out.size, out.data, out.offset, x, y, z);
    else overViews(loops, out, x, y, z);
  };
}

/** Numbers, as data for the loops: each operand has a slot of its own. */
const X = new Float64Array(1);
const Y = new Float64Array(1);
const Z = new Float64Array(1);

function data(x: Operand, slot: Float64Array): Data {
  if (typeof x !== "number") return x.data;
  slot[0] = x;
  return slot;
}

const offset = (x: Operand) => (typeof x === "number" ? 0 : x.offset);
const rowStep = (x: Operand) => (typeof x === "number" ? 0 : 1);

/** The loops of a kernel for rows, by the operands that are numbers; none where all are. */
function rowsFor(loops: Loops, x: Operand, y: Operand, z: Operand) {
  const count = loops.rows.length;
  const numbers =
    (typeof x === "number" ? 1 : 0) | (typeof y === "number" ? 2 : 0) | (typeof z === "number" ? 4 : 0);
  // The places of operands that the function does not take are 0 in a list of one, three or seven.
  const place = numbers & count;
  return place < count ? loops.rows[place] : undefined;
}

/** Written out: at eight entries, a call or a list for each of these steps costs a tenth of the time. */
function overRow(loops: Loops, n: number, o: Data, oo: number, x: Operand, y: Operand, z: Operand): void {
  const rows = n < SHORT ? undefined : rowsFor(loops, x, y, z);
  let xd: Data = X;
  let xo = 0;
  let xS = 0;
  if (typeof x === "number") X[0] = x;
  else {
    xd = x.data;
    xo = x.offset;
    xS = 1;
  }
  let yd: Data = Y;
  let yo = 0;
  let yS = 0;
  if (typeof y === "number") Y[0] = y;
  else {
    yd = y.data;
    yo = y.offset;
    yS = 1;
  }
  let zd: Data = Z;
  let zo = 0;
  let zS = 0;
  if (typeof z === "number") Z[0] = z;
  else {
    zd = z.data;
    zo = z.offset;
    zS = 1;
  }
  if (rows !== undefined) rows(1, n, o, oo, 0, xd, xo, 0, yd, yo, 0, zd, zo, 0);
  else loops.block(1, n, o, oo, 0, 1, xd, xo, 0, xS, yd, yo, 0, yS, zd, zo, 0, zS);
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

/**
 * Rows shorter than this are not for `rows`: V8 inlines no call that is rare when it compiles the loop, and never looks
 * again, and short rows seldom or never come to a round of four.
 */
const SHORT = 16;

function overViews(loops: Loops, out: Nd, x: Operand, y: Operand, z: Operand): void {
  // A number moves as `out` does: it does not keep dimensions from being joined.
  const strides = [out, x, y, z].map((v) => (typeof v === "number" ? out.stride : v.stride));
  // Most views have two dimensions and rows long enough: nothing to gain from a search for longer ones.
  const isPlain = out.shape.length === 2 && out.shape[1]! >= 8;
  const layout = isPlain ? { shape: out.shape, strides } : collapse(out.shape, strides);
  const last = layout.shape.length - 1;
  const depth = Math.max(0, last - 1);
  const m = last === 0 ? 1 : layout.shape[depth]!;
  const n = layout.shape[last]!;
  const step = (v: Operand, k: number, d: number) => (typeof v === "number" ? 0 : layout.strides[k]![d]!);
  const [oR, xR, yR, zR] = [step(out, 0, depth), step(x, 1, depth), step(y, 2, depth), step(z, 3, depth)];
  const [oS, xS, yS, zS] = [step(out, 0, last), step(x, 1, last), step(y, 2, last), step(z, 3, last)];
  const hasRows = oS === 1 && xS === rowStep(x) && yS === rowStep(y) && zS === rowStep(z);
  const rows = hasRows && n >= SHORT ? rowsFor(loops, x, y, z) : undefined;
  const [od, xd, yd, zd] = [out.data, data(x, X), data(y, Y), data(z, Z)];
  const at: Four = [out.offset, offset(x), offset(y), offset(z)];
  // Numbers stay where they are, though the walk moves their place as it does that of `out`.
  const place = (v: Operand, k: number) => (typeof v === "number" ? 0 : at[k]!);
  walk(layout, depth, at, () => {
    const [xo, yo, zo] = [place(x, 1), place(y, 2), place(z, 3)];
    if (rows !== undefined) rows(m, n, od, at[0], oR, xd, xo, xR, yd, yo, yR, zd, zo, zR);
    else loops.block(m, n, od, at[0], oR, oS, xd, xo, xR, xS, yd, yo, yR, yS, zd, zo, zR, zS);
  });
}

/** Of out, x, y, z. */
type Four = [number, number, number, number];
