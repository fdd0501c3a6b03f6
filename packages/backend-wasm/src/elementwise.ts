/** Elementwise kernels on broadcast, transposed and stepped arrays: row by row, copied first where rows are none. */
import type { NdF64, Operand } from "@ndgrad/kernels";
import { reference } from "@ndgrad/kernels";
import { addressOf, addressOfNumber } from "./address.js";
import { collapse, extent, meet, walk } from "./layout.js";
import type { Run } from "./module/load.js";
import { copyNumbers, emptyScratch, packedCopy, scratchArray } from "./scratch.js";

/**
 * `run(m, n, out, outRow, x, xRow, xStep, ...)`; `repeats`: steps may be 0. Arrays are copied where that pays, from
 * `staged` entries on. False: nothing was done.
 */
export function overRows(
  run: Run,
  staged: number,
  repeats: boolean,
  out: NdF64,
  operands: readonly Operand[],
): boolean {
  const isLarge = out.size >= staged;
  if (!isLarge && !isResident(out)) return false;
  if (operands.some((x) => typeof x !== "number" && (meet(out, x) || (!isLarge && !isResident(x)))))
    return false;
  emptyScratch();
  if (!isLarge || (isResident(out) && hasRows(out, out, repeats))) {
    return runRows(run, isLarge, repeats, out, operands);
  }
  const aside = scratchArray(out.shape, out.size);
  if (aside === undefined || !runRows(run, isLarge, repeats, aside, operands)) return false;
  reference.copy(out, aside);
  return true;
}

const isResident = (x: NdF64) => addressOf(x) !== 0;

function runRows(
  run: Run,
  isLarge: boolean,
  repeats: boolean,
  out: NdF64,
  operands: readonly Operand[],
): boolean {
  const placed: { address: number; stride: readonly number[]; moves: 0 | 1 }[] = [];
  for (const [k, x] of operands.entries()) {
    if (typeof x === "number") {
      // Strides like those of `out` stand in no way of joining dimensions.
      placed.push({ address: addressOfNumber(x, k), stride: out.stride, moves: 0 });
      continue;
    }
    const isFit = hasRows(out, x, repeats) && isDense(x);
    if (!isFit && !isLarge) return false;
    const near = isFit ? x : packedCopy(x);
    const address = near === undefined ? 0 : place(near);
    if (near === undefined || address === 0) return false;
    placed.push({ address, stride: near.stride, moves: 1 });
  }
  const layout = collapse(out.shape, [out.stride, ...placed.map(({ stride }) => stride)]);
  const last = layout.shape.length - 1;
  const depth = Math.max(0, last - 1);
  const moves = [1, ...placed.map((x) => x.moves)];
  const step = layout.strides.map((s, k) => s[last]! * 8 * moves[k]!);
  if (step[0] !== 8 || step.some((s) => s !== 8 && !(repeats && s === 0))) return false;
  const m = last === 0 ? 1 : layout.shape[depth]!;
  const row = layout.strides.map((s, k) => (last === 0 ? 0 : s[depth]! * 8 * moves[k]!));
  const at = [out.offset, ...placed.map(() => 0)];
  const base = [out.data.byteOffset, ...placed.map(({ address }) => address)];
  walk(layout, depth, at, () => {
    const args = [m, layout.shape[last]!, base[0]! + 8 * at[0]!, row[0]!];
    for (let k = 1; k < base.length; k++) {
      args.push(base[k]! + 8 * at[k]! * moves[k]!, row[k]!);
      if (repeats) args.push(step[k]!);
    }
    run(...args);
  });
  return true;
}

/** Whether entries lie together, or stand still, along the last dimension that has more than one. */
function hasRows(out: NdF64, x: NdF64, repeats: boolean): boolean {
  let d = out.shape.length - 1;
  while (d > 0 && out.shape[d] === 1) d--;
  return x.stride[d] === 1 || (repeats && x.stride[d] === 0);
}

/** Whether a copy of all memory between its entries would not be much more than they are. */
function isDense(x: NdF64): boolean {
  const [first, end] = extent(x);
  return isResident(x) || end - first <= 2 * x.size;
}

/** Address of x, or of a copy of the memory from its first entry to its last; 0 where there is no room. */
function place(x: NdF64): number {
  const address = addressOf(x);
  if (address !== 0) return address;
  const [first, end] = extent(x);
  const copy = copyNumbers(x.data, first, end - first);
  return copy === 0 ? 0 : copy + 8 * (x.offset - first);
}
