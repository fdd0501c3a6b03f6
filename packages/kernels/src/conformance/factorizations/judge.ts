/** What factors have to be, told without another factorization: products, orthogonality, bounds. */
import { multiply, transpose } from "@ndgrad/numerics/linalg";

const EPSILON = 2 ** -52;
/** How many roundings of the whole may come together per row or column; LAPACK's own tests allow 30. */
const FACTOR = 30;

/** A complaint, or none. */
export type Complaint = string | undefined;

/** The first complaint of several. */
export function firstOf(...complaints: readonly (() => Complaint)[]): Complaint {
  for (const complaint of complaints) {
    const said = complaint();
    if (said !== undefined) return said;
  }
  return undefined;
}

/** `what` should be `wanted`. */
export function same(what: string, got: unknown, wanted: unknown): Complaint {
  return Object.is(got, wanted) ? undefined : `expected ${what} to be ${String(wanted)}, got ${String(got)}`;
}

/** Largest size of a sum of `size` products of numbers as large as `scale`, in which roundings pass for right. */
export const allowance = (size: number, scale: number): number =>
  FACTOR * Math.max(size, 1) * EPSILON * scale + 2 ** -1060;

/** The numbers of `got` should be those of `wanted`, each within `slack`. */
export function near(what: string, got: Float64Array, wanted: Float64Array, slack: number): Complaint {
  for (let i = 0; i < wanted.length; i++)
    if (!(Math.abs(got[i]! - wanted[i]!) <= slack))
      return `expected ${what} to be ${wanted[i]} give or take ${slack} at place ${i}, got ${got[i]}`;
  return undefined;
}

/** The columns of q (m×p) should be orthonormal. */
export function orthonormal(what: string, q: Float64Array, m: number, p: number): Complaint {
  const qt = transposed(q, m, p);
  const identity = Float64Array.from({ length: p * p }, (_, at) => (at % (p + 1) === 0 ? 1 : 0));
  return near(`${what}ᵀ·${what}`, product(qt, q, p, m, p), identity, allowance(m, 1));
}

/** All of it NaN: what is left where an input was no finite number. */
export function isNaNAll(what: string, x: Float64Array): Complaint {
  return x.every((v) => v !== v)
    ? undefined
    : `expected ${what} to be NaN all over, got ${x.find((v) => v === v)}`;
}

/** a (m×k) · b (k×n). */
export function product(a: Float64Array, b: Float64Array, m: number, k: number, n: number): Float64Array {
  const out = new Float64Array(m * n);
  multiply(out, a, b, m, k, n);
  return out;
}

export function transposed(a: Float64Array, m: number, n: number): Float64Array {
  const out = new Float64Array(m * n);
  transpose(out, a, m, n);
  return out;
}

/** The size of a matrix: the root of the sum of its squares, without overflow or underflow. */
export function norm(a: Float64Array): number {
  const most = a.reduce((s, x) => Math.max(s, Math.abs(x)), 0);
  return most === 0 ? 0 : most * Math.sqrt(a.reduce((s, x) => s + (x / most) ** 2, 0));
}
