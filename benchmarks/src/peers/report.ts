/** The tables of `bench:peers`. */
import { table } from "../timing.js";
import type { Memory, Result } from "./result.js";
import { mark } from "./result.js";
import { targets } from "./targets.js";

/** Times, then ratios to torch: a row per workload, a column per engine. */
export function timesAndRatios(
  workloads: readonly string[],
  engines: readonly string[],
  results: readonly Result[],
): string {
  const find = finder(results);
  const rows = (cell: (r: Result, torch: Result | undefined) => string): string[][] =>
    workloads.map((workload) => [
      workload,
      ...engines.map((engine) => {
        const result = find(workload, engine);
        return result === undefined ? "–" : cell(result, find(workload, "torch")) + mark(result);
      }),
    ]);
  const digits = (x: number): string => (x >= 100 ? x.toFixed(0) : x.toPrecision(3));
  const ratio = ({ us }: Result, torch: Result | undefined): string =>
    torch === undefined ? "–" : (us / torch.us).toPrecision(2);
  return `${table(
    ["microseconds", ...engines],
    rows(({ us }) => digits(us)),
  )}\n\n${table(["ratio to torch", ...engines], rows(ratio))}`;
}

/** Ratios to torch next to their targets. */
export function againstTargets(results: readonly Result[]): string {
  const find = finder(results);
  const verdict = (workload: string, engine: string, limit: number): string => {
    const [ours, torch] = [find(workload, engine), find(workload, "torch")];
    if (ours === undefined || torch === undefined) return "–";
    const ratio = ours.us / torch.us;
    return `${ratio.toPrecision(2)} ${ratio <= limit ? "ok" : "over"}`;
  };
  return table(
    ["ratio to torch", "target", "wasm", "newer Node", "with BLAS: target", "wasm+blas", "newer Node"],
    Object.entries(targets).map(([workload, target]) => [
      workload,
      `≤ ${target.default}`,
      verdict(workload, "ours wasm", target.default),
      verdict(workload, "ours wasm, newer Node", target.default),
      `≤ ${target.blas}`,
      verdict(workload, "ours wasm+blas", target.blas),
      verdict(workload, "ours wasm+blas, newer Node", target.blas),
    ]),
  );
}

/** The other engines for JavaScript, each with ours on the same Node. */
const rivals: readonly (readonly [rival: string, ours: string])[] = [
  ["tfjs cpu f32", "ours wasm"],
  ["tfjs wasm f32", "ours wasm"],
  ["jax-js eager", "ours wasm, newer Node"],
  ["jax-js jit", "ours wasm, newer Node"],
];

/** How many times as long the other engines for JavaScript take. */
export function ahead(workloads: readonly string[], results: readonly Result[]): string {
  const find = finder(results);
  return table(
    ["times as long as ours", ...rivals.map(([rival]) => rival)],
    workloads.map((workload) => [
      workload,
      ...rivals.map(([rival, ours]) => {
        const [theirs, own] = [find(workload, rival), find(workload, ours)];
        if (theirs === undefined || own === undefined) return "–";
        const factor = theirs.us / own.us;
        return factor >= 1 ? factor.toPrecision(3) : `${factor.toPrecision(3)} AHEAD OF US`;
      }),
    ]),
  );
}

/** Single runs of long chains in fresh processes. */
export function memories(results: readonly Memory[]): string {
  return table(
    ["single run", "engine", "ms", "MB", "bytes per op"],
    results.map(({ workload, engine, us, bytes, ops, checkHolds }) => [
      workload,
      engine + (checkHolds ? "" : " !"),
      (us / 1e3).toFixed(0),
      (bytes / 1e6).toFixed(0),
      (bytes / ops).toFixed(0),
    ]),
  );
}

const finder =
  (results: readonly Result[]) =>
  (workload: string, engine: string): Result | undefined =>
    results.find((r) => r.workload === workload && r.engine === engine);
