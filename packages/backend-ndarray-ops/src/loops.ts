/** The loops of ndarray-ops that agree with a kernel. The only file that imports ndarray-ops. */
import type { NdArray } from "ndarray";
import ops from "ndarray-ops";
import type { BinaryName, CompareName, UnaryName } from "@ndgrad/kernels";

type Nd = NdArray<Float64Array | Uint8Array>;

// Absent because they differ: `round` (halves up), `pow` (1 ** NaN is NaN), `sum` (not pairwise), `sup` and `inf`
// (ignore NaN).

export const unaryLoops = {
  neg: ops.neg,
  reciprocal: ops.recip,
  abs: ops.abs,
  sqrt: ops.sqrt,
  exp: ops.exp,
  log: ops.log,
  sin: ops.sin,
  cos: ops.cos,
  tan: ops.tan,
  asin: ops.asin,
  acos: ops.acos,
  atan: ops.atan,
  floor: ops.floor,
  ceil: ops.ceil,
} as const satisfies Partial<Record<UnaryName, (out: Nd, x: Nd) => unknown>>;

/** The loop for two arrays, and the one for an array and a number if ndarray-ops has it. */
export interface PairLoops {
  readonly arrays: (out: Nd, x: Nd, y: Nd) => unknown;
  readonly number?: (out: Nd, x: Nd, y: number) => unknown;
}

export const binaryLoops = {
  add: { arrays: ops.add, number: ops.adds },
  sub: { arrays: ops.sub, number: ops.subs },
  mul: { arrays: ops.mul, number: ops.muls },
  div: { arrays: ops.div, number: ops.divs },
  fmod: { arrays: ops.mod, number: ops.mods },
  maximum: { arrays: ops.max, number: ops.maxs },
  minimum: { arrays: ops.min, number: ops.mins },
  atan2: { arrays: ops.atan2 },
} as const satisfies Partial<Record<BinaryName, PairLoops>>;

export const compareLoops = {
  equal: { arrays: ops.eq, number: ops.eqs },
  notEqual: { arrays: ops.neq, number: ops.neqs },
  greater: { arrays: ops.gt, number: ops.gts },
  greaterEqual: { arrays: ops.geq, number: ops.geqs },
  less: { arrays: ops.lt, number: ops.lts },
  lessEqual: { arrays: ops.leq, number: ops.leqs },
} as const satisfies Partial<Record<CompareName, PairLoops>>;

export const assign = ops.assign as (out: Nd, x: Nd) => unknown;
