/** `npm run bench:peers`: the workloads on every engine there is, in turn, so that a noisy machine hits all alike. */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { table } from "../timing.js";
import { workloads } from "../workloads/all.js";
import { Client } from "./client.js";
import { drawing } from "./drawing.js";
import { engines } from "./engines.js";
import { installPeers } from "./install.js";
import { isUnsteady, mark } from "./result.js";
import type { Result } from "./result.js";

const [rounds, ms] = [Number(process.env["ROUNDS"] ?? 7), Number(process.env["MS"] ?? 100)];
installPeers();
const load = loadavg()[0]!;
const clients = engines.map((engine) => new Client(engine));
const results: Result[] = [];
for (const { name } of workloads) results.push(...(await measure(name)));
for (const client of clients) client.close();
report();

async function measure(workload: string): Promise<Result[]> {
  const times = clients.map((): number[] => []);
  const checks: (number | null)[] = clients.map(() => null);
  for (let round = 0; round < rounds; round++)
    for (const [i, client] of clients.entries()) {
      // What an engine does not do, or fails at, is asked once.
      if (round > 0 && times[i]!.length === 0) continue;
      const { us, check, error } = await client.ask({ workload, ms });
      if (error !== undefined) console.error(`${client.engine.name}, ${workload}: ${error}`);
      if (us !== null) times[i]!.push(us);
      checks[i] = check;
    }
  const wanted = checks[0] ?? NaN;
  return clients.flatMap(({ engine }, i) => {
    const check = checks[i] ?? NaN;
    if (times[i]!.length === 0) return [];
    const checkHolds = Math.abs(check - wanted) <= engine.tolerance * Math.abs(wanted);
    const sorted = times[i]!.sort((x, y) => x - y);
    const [us, least, most] = [sorted[sorted.length >> 1]!, sorted[0]!, sorted.at(-1)!];
    return [{ workload, engine: engine.name, us, least, most, check, checkHolds }];
  });
}

function report(): void {
  const names = engines.map(({ name }) => name).filter((name) => results.some((r) => r.engine === name));
  const find = (workload: string, engine: string): Result | undefined =>
    results.find((r) => r.workload === workload && r.engine === engine);
  const rows = (cell: (r: Result, torch: Result | undefined) => string): string[][] =>
    workloads.map(({ name }) => [
      name,
      ...names.map((engine) => {
        const result = find(name, engine);
        return result === undefined ? "–" : cell(result, find(name, "torch")) + mark(result);
      }),
    ]);
  const digits = (x: number): string => (x >= 100 ? x.toFixed(0) : x.toPrecision(3));
  console.log(
    table(
      ["microseconds", ...names],
      rows(({ us }) => digits(us)),
    ),
  );
  console.log();
  const ratio = ({ us }: Result, torch: Result | undefined): string =>
    torch === undefined ? "–" : (us / torch.us).toPrecision(2);
  console.log(table(["ratio to torch", ...names], rows(ratio)));
  if (results.some((r) => !r.checkHolds)) console.log("\n!  another check value than the first engine's");
  if (results.some(isUnsteady)) console.log("\n~  the slowest round took more than 1.5 times the fastest");
  for (const { engine, missing } of clients)
    if (missing !== undefined) console.log(`\nNot measured: ${engine.name}: ${missing}`);
  const machine = {
    commit: execFileSync("git", ["describe", "--always", "--dirty"], { encoding: "utf8" }).trim(),
    node: process.version,
    processor: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    loadBefore: load,
    loadAfter: loadavg()[0]!,
    rounds,
    ms,
    openblasCoreType: process.env["OPENBLAS_CORETYPE"] ?? null,
  };
  console.log(`\n${JSON.stringify(machine)}`);
  const folder = fileURLToPath(new URL("../../results/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}peers.json`, `${JSON.stringify({ machine, results }, null, 2)}\n`);
  writeFileSync(
    `${folder}peers.svg`,
    drawing(
      workloads.map(({ name }) => name),
      names,
      results,
    ),
  );
}
