/** The golden files, typed. The README beside them has the format. */
import { readFileSync } from "node:fs";
import type { Stored } from "./decode.js";

type List = { readonly list: readonly (Stored | null)[] };
export type Value = Stored | List;

export interface Step {
  readonly o: string;
  readonly f: string;
  readonly a?: readonly unknown[];
  readonly k?: Readonly<Record<string, unknown>>;
  readonly sub?: { readonly steps: readonly Step[]; readonly out: string };
  readonly wrt?: string;
  readonly at?: unknown;
  readonly tangent?: unknown;
}

export interface Case {
  readonly id: string;
  readonly kind?: "program" | "jacobian" | "hessian" | "derivatives" | "fixed_point" | "train" | "error";
  readonly tags?: readonly string[];
  readonly op?: string;
  readonly args?: readonly unknown[];
  readonly options?: Readonly<Record<string, unknown>>;
  readonly diff?: readonly (number | readonly [number, number])[];
  readonly outputs?: readonly number[];
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly wrt?: readonly string[];
  readonly steps?: readonly Step[];
  readonly output?: string | readonly string[];
  readonly out?: Value;
  readonly g?: Value;
  readonly vjp?: readonly Stored[];
  readonly alternatives?: readonly { readonly vjp: readonly Stored[] }[];
  readonly tangents?: readonly Stored[];
  readonly jvp?: Value;
  readonly hvp?: readonly Stored[];
  readonly symmetrize?: readonly (number | string)[];
  readonly tol?: Readonly<Record<string, number>>;
  readonly error?: "shape" | "axis" | "index" | "value" | "linalg";
  readonly jacobian?: Stored;
  readonly hessian?: Stored;
  readonly at?: readonly number[];
  readonly order?: number;
  readonly derivatives?: Stored;
  readonly state?: string;
  readonly x0?: Stored;
  readonly solution?: Stored;
}

export const families = [
  "binary", "conv", "deriv", "errors", "fft", "index", "linalg", "model", "nn", "power", "product", "program", "reduce",
  "select", "shape", "sort", "special_values", "stats", "unary",
] as const; // prettier-ignore

export function load(family: string): readonly Case[] {
  const text = readFileSync(new URL(`./data/${family}.json`, import.meta.url), "utf8");
  return (JSON.parse(text) as { cases: Case[] }).cases;
}

/** Every op that a case applies, inside programs too. */
export function opsOf(c: Case): string[] {
  const ofSteps = (steps: readonly Step[]): string[] =>
    steps.flatMap((s) => (s.f.startsWith("@") ? ofSteps(s.sub?.steps ?? []) : [s.f]));
  return [...(c.op === undefined ? [] : [c.op]), ...ofSteps(c.steps ?? [])];
}
