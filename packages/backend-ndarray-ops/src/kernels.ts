/** Makes kernels from the loops of ndarray-ops, which ignore overlaps and take numbers only as the second operand. */
import { isSameView, overlaps } from "@ndgrad/kernels";
import type { Binary, Compare, Copy, NdF64, NdU8, Operand, Unary } from "@ndgrad/kernels";
import { assign } from "./loops.js";
import type { PairLoops } from "./loops.js";

type Nd = NdF64 | NdU8;

/** Runs `loops` if `out` is `x` or shares no memory with it, else the reference, which copies first. */
export function unaryKernel(loops: (out: NdF64, x: NdF64) => unknown, reference: Unary): Unary {
  return (out: NdF64, x: NdF64) => {
    if (isSafe(out, x)) loops(out, x);
    else reference(out, x);
  };
}

/**
 * The same for two operands. Numbers on the left go to the reference. Broadcast operands, with strides of 0, need no
 * special case.
 */
export function pairKernel(loops: PairLoops, reference: Binary): Binary;
export function pairKernel(loops: PairLoops, reference: Compare): Compare;
export function pairKernel<Out extends Nd>(
  { arrays, number }: PairLoops,
  reference: (out: Out, x: Operand, y: Operand) => void,
): (out: Out, x: Operand, y: Operand) => void {
  return (out, x, y) => {
    if (typeof x === "number" || !isSafe(out, x)) reference(out, x, y);
    else if (typeof y !== "number" && isSafe(out, y)) arrays(out, x, y);
    else if (typeof y === "number" && number !== undefined) number(out, x, y);
    else reference(out, x, y);
  };
}

export function copyKernel(reference: Copy): Copy {
  return (out, x) => {
    if (typeof x !== "number" && isSafe(out, x)) assign(out, x);
    else reference(out, x);
  };
}

const isSafe = (out: Nd, x: NdF64) => !overlaps(out, x) || isSameView(out, x);
