/** The comparison rule of the golden files. */
import type { NdArray } from "ndarray";
import { entries } from "./decode.js";
import type { Stored } from "./decode.js";

/** Shape and row-major entries of anything that an op returns. */
export function plain(x: unknown): { shape: readonly number[]; data: number[] } {
  if (typeof x === "number" || typeof x === "boolean") return { shape: [], data: [Number(x)] };
  const nd = x as NdArray<Float64Array>;
  const data: number[] = [];
  const index = nd.shape.map(() => 0);
  const n = nd.shape.reduce((a, b) => a * b, 1);
  for (let i = 0; i < n; i++) {
    data.push(nd.get(...index));
    for (let a = index.length - 1; a >= 0; a--) {
      if (++index[a]! < nd.shape[a]!) break;
      index[a] = 0;
    }
  }
  return { shape: nd.shape, data };
}

export interface Rule {
  readonly tol: number;
  /** Elementwise relative error, for cases at points where naive formulas lose digits. */
  readonly accuracy: boolean;
  /** Entries recorded as NaN are not compared: a library may do better there. */
  readonly skipNaN: boolean;
  /** Compare G + Gᵀ, for arguments that are symmetric by contract. */
  readonly symmetrize: boolean;
}

/** "" where `got` is `want` within the rule, else what differs. */
export function difference(got: unknown, want: Stored, rule: Rule): string {
  const g = plain(got);
  if (g.shape.join() !== want.shape.join()) return `shape [${g.shape}], expected [${want.shape}]`;
  const w = entries(want);
  const [a, b] = rule.symmetrize
    ? [symmetrized(g.data, want.shape), symmetrized(w, want.shape)]
    : [g.data, w];
  const e = maxError(a, b, rule);
  return e <= rule.tol
    ? ""
    : `error ${e.toExponential(1)} > ${rule.tol}: got [${a.slice(0, 6)}], expected [${b.slice(0, 6)}]`;
}

function maxError(got: readonly number[], want: readonly number[], { accuracy, skipNaN }: Rule): number {
  const scale = want.filter(Number.isFinite).reduce((m, v) => Math.max(m, Math.abs(v)), 0);
  let worst = 0;
  want.forEach((b, i) => {
    const a = got[i]!;
    if (a === b || Number.isNaN(b) && (skipNaN || Number.isNaN(a))) return; // prettier-ignore
    if (accuracy && Math.abs(a) < 1e-300 && Math.abs(b) < 1e-300) return;
    const e = Math.abs(a - b) / (accuracy ? Math.abs(b) : Math.abs(b) + 1e-3 * scale + 1e-6);
    worst = Math.max(worst, Number.isNaN(e) ? Infinity : e);
  });
  return worst;
}

function symmetrized(data: readonly number[], shape: readonly number[]): number[] {
  const n = shape.at(-1)!;
  return data.map((v, k) => {
    const [block, i, j] = [Math.floor(k / (n * n)) * n * n, Math.floor(k / n) % n, k % n];
    return v + data[block + j * n + i]!;
  });
}
