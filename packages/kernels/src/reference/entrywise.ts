/** Elementwise kernels: picks the fastest of the generated loops for the layout of the operands. */
import type { NdF64, NdU8 } from "../signatures.js";
import { isContiguous } from "../view.js";
import { collapse, walk } from "../layout.js";
import type { Data, Loops } from "./loops.js";
import { unaliasedEntries } from "../overlap.js";

type Nd = NdF64 | NdU8;
type Operand = Nd | number;

/** A kernel `out = f(x, y, z)`, entry by entry. Pass 0 for operands that `f` does not take. */
export function entrywise(loops: Loops) {
  return (out: Nd, x: Operand, y: Operand, z: Operand): void => {
    const isFlat = isContiguous(out) && isContiguous(x) && isContiguous(y) && isContiguous(z);
    if (isFlat && out.data.length <= temporary.length) {
      runFew(loops, out, x, y, z);
      return;
    }
    if (typeof x !== "number") x = unaliasedEntries(out, x);
    if (typeof y !== "number") y = unaliasedEntries(out, y);
    if (typeof z !== "number") z = unaliasedEntries(out, z);
    if (isFlat) runRow(loops, out.size, out.data, out.offset, x, y, z);
    else runViews(loops, out, x, y, z);
  };
}

/** Numbers, as data for the loops: one slot per operand. */
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

/** The loop for contiguous rows, chosen by which operands are numbers; undefined if all are. */
function rowsFor(loops: Loops, x: Operand, y: Operand, z: Operand) {
  const count = loops.rows.length;
  const numbers =
    (typeof x === "number" ? 1 : 0) | (typeof y === "number" ? 2 : 0) | (typeof z === "number" ? 4 : 0);
  // The list has one, three or seven entries: as a mask, its length clears the bits of operands that f does not take.
  const index = numbers & count;
  return index < count ? loops.rows[index] : undefined;
}

/** Written out, because at eight entries a call or a list for each of these steps costs a tenth of the time. */
function runRow(loops: Loops, n: number, o: Data, oo: number, x: Operand, y: Operand, z: Operand): void {
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
 * V8 keeps data of up to 8 numbers in its own heap until `buffer` is read, which moves them out and takes 0.2 us.
 * So this does not check for overlaps: it computes into a temporary array first.
 */
function runFew(loops: Loops, out: Nd, x: Operand, y: Operand, z: Operand): void {
  const n = out.size;
  runRow(loops, n, temporary, 0, x, y, z);
  for (let i = 0; i < n; i++) out.data[out.offset + i] = temporary[i]!;
}
const temporary = new Float64Array(8);

/**
 * Shorter rows don't use `rows`: they rarely reach its rounds of four. V8 does not inline calls that are rare when it
 * compiles a loop, and never reconsiders, so short rows would also spoil `rows` for long ones.
 */
const SHORT = 16;

function runViews(loops: Loops, out: Nd, x: Operand, y: Operand, z: Operand): void {
  // Numbers get the strides of `out`, so that they don't keep dimensions from being merged.
  const strides = [out, x, y, z].map((v) => (typeof v === "number" ? out.stride : v.stride));
  // Most views have two dimensions with rows that are long enough, so merging would gain nothing.
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
  // The walk moves the offsets of numbers as it does that of `out`, but numbers stay in their slots.
  const offsetOf = (v: Operand, k: number) => (typeof v === "number" ? 0 : at[k]!);
  walk(layout, depth, at, () => {
    const [xo, yo, zo] = [offsetOf(x, 1), offsetOf(y, 2), offsetOf(z, 3)];
    if (rows !== undefined) rows(m, n, od, at[0], oR, xd, xo, xR, yd, yo, yR, zd, zo, zR);
    else loops.block(m, n, od, at[0], oR, oS, xd, xo, xR, xS, yd, yo, yR, yS, zd, zo, zR, zS);
  });
}

/** One entry for each of out, x, y, z. */
type Four = [number, number, number, number];
