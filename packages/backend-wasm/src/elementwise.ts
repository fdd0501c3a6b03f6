/**
 * Elementwise kernels on broadcast, transposed and strided arrays: row by row, packed first if the rows are not
 * contiguous.
 */
import {
  bytesPerEntry,
  collapse,
  extent,
  isContiguous,
  isSameView,
  overlaps,
  rowMajorStride,
  walk,
} from "@ndgrad/kernels";
import type { NdF64, NdU8, Operand } from "@ndgrad/kernels";
import { addressOf, addressOfNumber } from "./address.js";
import { copy } from "./copy.js";
import type { Run } from "./module/load.js";
import { bytes } from "./module/memory.js";
import { allocateScratch, bytesCopy, copyIn, packedCopy, resetScratch, scratchArray } from "./scratch.js";

type Nd = NdF64 | NdU8;

/** The layout of an operand in the module's memory. */
interface OperandLayout {
  readonly address: number;
  readonly stride: readonly number[];
  /** Bytes per unit of stride. */
  readonly size: number;
  /** Whether the kernel takes a step to the next entry as an argument. */
  readonly hasStep: boolean;
}

/**
 * Calls `run(m, n, out, outRow, x, xRow, xStep, ...)`; byte operands have no step. Float64 operands that are not
 * resident are copied if `out` has at least `staged` entries, byte operands always. Returns false if it did nothing.
 */
export function runStrided(
  run: Run,
  staged: number,
  out: Nd,
  operands: readonly (Operand | NdU8)[],
): boolean {
  const copies = out.size >= staged;
  if (operands.some((x) => typeof x !== "number" && overlaps(out, x) && !isSameView(out, x))) return false;
  resetScratch();
  const inputs: OperandLayout[] = [];
  for (const [k, x] of operands.entries()) {
    const input = typeof x === "number" ? layoutOfNumber(out, x, k) : residentLayout(out, x, copies);
    if (input === undefined) return false;
    inputs.push(input);
  }
  const isDirect = addressOf(out) !== 0 && hasContiguousRows(out, out, false);
  if (isDirect) return runRows(run, out.shape, layoutOf(out), inputs);
  if (isBytes(out)) return toBytes(run, out, inputs);
  const temporary = copies || addressOf(out) !== 0 ? scratchArray(out.shape, out.size) : undefined;
  if (temporary === undefined || !runRows(run, out.shape, layoutOf(temporary), inputs)) return false;
  copy(out, temporary);
  return true;
}

/** Runs the kernel to scratch memory, then copies the bytes to `out`, which must be contiguous. */
function toBytes(run: Run, out: Nd, inputs: readonly OperandLayout[]): boolean {
  const address = allocateScratch((out.size + 7) >> 3);
  if (address === 0 || !isContiguous(out)) return false;
  const stride = rowMajorStride(out.shape);
  if (!runRows(run, out.shape, { address, stride, size: 1, hasStep: false }, inputs)) return false;
  out.data.set(bytes.subarray(address, address + out.size), out.offset);
  return true;
}

function runRows(
  run: Run,
  shape: readonly number[],
  out: OperandLayout,
  inputs: readonly OperandLayout[],
): boolean {
  const all = [out, ...inputs];
  const layout = collapse(
    shape,
    all.map(({ stride }) => stride),
  );
  const last = layout.shape.length - 1;
  const depth = Math.max(0, last - 1);
  const step = all.map(({ size }, k) => layout.strides[k]![last]! * size);
  const isEven = all.every(({ size, hasStep }, k) => step[k] === size || (step[k] === 0 && hasStep));
  if (!isEven && layout.shape[last] !== 1) return false;
  const m = last === 0 ? 1 : layout.shape[depth]!;
  const row = all.map(({ size }, k) => (last === 0 ? 0 : layout.strides[k]![depth]! * size));
  const at = all.map(() => 0);
  const args = [m, layout.shape[last]!];
  walk(layout, depth, at, () => {
    args.length = 2;
    for (let k = 0; k < all.length; k++) {
      args.push(all[k]!.address + all[k]!.size * at[k]!, row[k]!);
      if (k > 0 && all[k]!.hasStep) args.push(step[k]!);
    }
    run(...args);
  });
  return true;
}

const isBytes = (x: Nd): x is NdU8 => bytesPerEntry(x) === 1;

function layoutOf(x: Nd): OperandLayout {
  const size = bytesPerEntry(x);
  return { address: addressOf(x), stride: x.stride, size, hasStep: size === 8 };
}

/** A number gets the strides of `out` in units of 0 bytes, so that it doesn't keep dimensions from being merged. */
function layoutOfNumber(out: Nd, x: number, k: number): OperandLayout {
  return { address: addressOfNumber(x, k), stride: out.stride, size: 0, hasStep: true };
}

/**
 * The layout of x, or of a copy, with rows that are contiguous or constant; undefined if x may not or can't be copied.
 */
function residentLayout(out: Nd, x: Nd, copies: boolean): OperandLayout | undefined {
  if (isBytes(x)) {
    const address = bytesCopy(x);
    return address === 0 ? undefined : { ...layoutOf(x), address };
  }
  const isResident = addressOf(x) !== 0;
  if (isResident && hasContiguousRows(out, x)) return layoutOf(x);
  // Copies within the module's memory are cheap, so these are always allowed.
  if (!copies && !isResident) return undefined;
  const [first, end] = extent(x);
  if (!isResident && hasContiguousRows(out, x) && end - first <= 2 * x.size) {
    const there = copyIn(x.data, first, end - first);
    return there === 0 ? undefined : { ...layoutOf(x), address: there + 8 * (x.offset - first) };
  }
  const packed = packedCopy(x);
  return packed && { ...layoutOf(packed), address: packed.address };
}

/** Whether x is contiguous, or with `repeats` constant, along the last dimension of more than one entry. */
function hasContiguousRows(out: Nd, x: Nd, repeats = true): boolean {
  let d = out.shape.length - 1;
  while (d > 0 && out.shape[d] === 1) d--;
  const step = x.stride[d];
  return step === undefined || step === 1 || (step === 0 && repeats);
}
