/** Checks of factors that need no other factorization: products, orthogonality, bounds. */
import { multiply, transpose } from "@ndgrad/numerics/linalg";

const EPSILON = 2 ** -52;
/** Roundings allowed per row or column. LAPACK's own tests allow 30 too. */
const FACTOR = 30;

/** A description of what is wrong, or undefined. */
export type Fault = string | undefined;

/** The first fault that the checks find. */
export function firstOf(...checks: readonly (() => Fault)[]): Fault {
  for (const check of checks) {
    const fault = check();
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Checks that `got` is `wanted`. */
export function same(what: string, got: unknown, wanted: unknown): Fault {
  return Object.is(got, wanted) ? undefined : `expected ${what} to be ${String(wanted)}, got ${String(got)}`;
}

/** The rounding error allowed in a sum of `size` terms of magnitude `scale`. */
export const tolerance = (size: number, scale: number): number =>
  FACTOR * Math.max(size, 1) * EPSILON * scale + 2 ** -1060;

/** Checks that each entry of `got` is within `slack` of `wanted`. */
export function near(what: string, got: Float64Array, wanted: Float64Array, slack: number): Fault {
  for (let i = 0; i < wanted.length; i++)
    if (!(Math.abs(got[i]! - wanted[i]!) <= slack))
      return `expected ${what} to be ${wanted[i]} give or take ${slack} at index ${i}, got ${got[i]}`;
  return undefined;
}

/** Checks that the columns of q (m×p) are orthonormal. */
export function orthonormal(what: string, q: Float64Array, m: number, p: number): Fault {
  const qt = transposeOf(q, m, p);
  const identity = Float64Array.from({ length: p * p }, (_, at) => (at % (p + 1) === 0 ? 1 : 0));
  return near(`${what}ᵀ·${what}`, product(qt, q, p, m, p), identity, tolerance(m, 1));
}

/** Checks for NaN everywhere, the answer for non-finite inputs. */
export function isNaNAll(what: string, x: Float64Array): Fault {
  return x.every((v) => v !== v)
    ? undefined
    : `expected ${what} to be all NaN, got ${x.find((v) => v === v)}`;
}

/** a (m×k) · b (k×n). */
export function product(a: Float64Array, b: Float64Array, m: number, k: number, n: number): Float64Array {
  const out = new Float64Array(m * n);
  multiply(out, a, b, m, k, n);
  return out;
}

export function transposeOf(a: Float64Array, m: number, n: number): Float64Array {
  const out = new Float64Array(m * n);
  transpose(out, a, m, n);
  return out;
}

/** The Frobenius norm, without overflow or underflow. */
export function norm(a: Float64Array): number {
  const most = a.reduce((s, x) => Math.max(s, Math.abs(x)), 0);
  return most === 0 ? 0 : most * Math.sqrt(a.reduce((s, x) => s + (x / most) ** 2, 0));
}
