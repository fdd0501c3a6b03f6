/** The kernels that ndarray-ops has with our meaning. The only file that imports it. */
import type { NdArray } from "ndarray";
import ops from "ndarray-ops";
import type { BinaryName, CompareName, UnaryName } from "../scalar.js";

type Nd = NdArray<Float64Array | Uint8Array>;
export type Name = UnaryName | BinaryName | CompareName | "copy" | "where" | "axpy";

/**
 * Does all of `out = f(x, y)` by ndarray-ops and returns true, or false where ndarray-ops has no such kernel. Inputs
 * share no memory with `out`, unless place for place: it does not look.
 */
export function byNdarrayOps(name: Name, out: Nd, x: Nd, y: Nd | number): boolean {
  if (typeof y === "number") {
    const run = ofArray[name];
    run?.(out, x, y);
    return run !== undefined;
  }
  const run = ofArrays[name];
  run?.(out, x, y);
  return run !== undefined;
}

// Absent for their meaning: `round` (halves up), `pow` (1 ** NaN is NaN), sums (not pairwise), extremes (blind to NaN).

const ofArray: Readonly<Partial<Record<Name, (out: Nd, x: Nd, y: number) => void>>> = {
  copy: ops.assign,
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
  add: ops.adds,
  sub: ops.subs,
  mul: ops.muls,
  div: ops.divs,
  fmod: ops.mods,
  maximum: ops.maxs,
  minimum: ops.mins,
  equal: ops.eqs,
  notEqual: ops.neqs,
  greater: ops.gts,
  greaterEqual: ops.geqs,
  less: ops.lts,
  lessEqual: ops.leqs,
};

const ofArrays: Readonly<Partial<Record<Name, (out: Nd, x: Nd, y: Nd) => void>>> = {
  add: ops.add,
  sub: ops.sub,
  mul: ops.mul,
  div: ops.div,
  fmod: ops.mod,
  maximum: ops.max,
  minimum: ops.min,
  atan2: ops.atan2,
  equal: ops.eq,
  notEqual: ops.neq,
  greater: ops.gt,
  greaterEqual: ops.geq,
  less: ops.lt,
  lessEqual: ops.leq,
};
