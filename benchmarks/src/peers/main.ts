/** `npm run bench:peers`: the workloads on every engine found. Engines take turns, so that noise affects all alike. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { workloads } from "../workloads/all.js";
import { Client } from "./client.js";
import { drawing } from "./drawing.js";
import { engines } from "./engines.js";
import { installPeers } from "./install.js";
import { againstTargets, ahead, memories, timesAndRatios } from "./report.js";
import { isUnsteady } from "./result.js";
import type { Memory, Result } from "./result.js";

/** The numbers of operations in the long chains. */
const chains = { "W9 1e5": 1e5, "W9 1e6": 1e6 };
/** Seconds to wait for a single run before giving up. */
const PATIENCE = 90;
/** Microseconds: steps that take longer are measured in one round only. */
const SLOW = 5e5;

const [rounds, ms] = [Number(process.env["ROUNDS"] ?? 7), Number(process.env["MS"] ?? 100)];
installPeers();
const load = loadavg()[0]!;
/** Why engines could not be measured, by name. */
const missing = new Map<string, string>();
const results: Result[] = [];
for (const { name } of workloads) results.push(...(await measure(name)));
const memory = await measureMemory();
report();

/** In new processes for each workload: V8 compiles functions for what a process has run before. */
async function measure(workload: string): Promise<Result[]> {
  const clients = engines.map((engine) => new Client(engine));
  // Wait until all have started before the first is measured.
  for (const client of clients) await client.ask({ workload: "none", ms: 0 });
  const times = clients.map((): number[] => []);
  const checks: (number | null)[] = clients.map(() => null);
  for (let round = 0; round < rounds; round++)
    for (const [i, client] of clients.entries()) {
      // A workload that an engine lacks, fails at or is very slow at is requested only once.
      if (round > 0 && !(times[i]![0]! < SLOW)) continue;
      const { us, check, error } = await client.ask({ workload, ms });
      if (error !== undefined) console.error(`${client.engine.name}, ${workload}: ${error}`);
      if (us !== null) times[i]!.push(us);
      checks[i] = check;
    }
  for (const client of clients) {
    client.close();
    if (client.missing !== undefined) missing.set(client.engine.name, client.missing);
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

/** A single run of each long chain on each engine, in a new process each time. */
async function measureMemory(): Promise<Memory[]> {
  const found: Memory[] = [];
  for (const [workload, ops] of Object.entries(chains)) {
    let wanted: number | undefined;
    for (const engine of engines) {
      const client = new Client(engine);
      const { us, check, bytes, error } = await client.askWithin(PATIENCE, { workload, ms: 0 });
      client.close();
      const complaint = error ?? client.missing;
      if (complaint !== undefined) console.error(`${engine.name}, ${workload}: ${complaint}`);
      if (us === null || check === null || bytes === undefined) continue;
      wanted ??= check;
      const checkHolds = Math.abs(check - wanted) <= engine.tolerance * Math.abs(wanted);
      found.push({ workload, engine: engine.name, ops, us, bytes, checkHolds });
    }
  }
  return found;
}

function report(): void {
  const rows = workloads.map(({ name }) => name);
  const names = engines.map(({ name }) => name).filter((name) => results.some((r) => r.engine === name));
  console.log(`Found: ${names.join(", ")}\n`);
  console.log(timesAndRatios(rows, names, results));
  console.log(`\n${againstTargets(results)}\n\n${ahead(rows, results)}\n\n${memories(memory)}`);
  if (results.some((r) => !r.checkHolds)) console.log("\n!  the check value differs from the first engine's");
  if (results.some(isUnsteady)) console.log("\n~  the slowest round took more than 1.5 times the fastest");
  for (const [engine, reason] of missing) console.log(`\nNot measured: ${engine}: ${reason}`);
  const machine = {
    commit: execFileSync("git", ["describe", "--always", "--dirty"], { encoding: "utf8" }).trim(),
    node: process.version,
    newerNode: newerNode(),
    processor: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    threads: 1,
    loadBefore: load,
    loadAfter: loadavg()[0]!,
    rounds,
    ms,
    openblasCoreType: process.env["OPENBLAS_CORETYPE"] ?? null,
  };
  console.log(`\n${JSON.stringify(machine)}`);
  const folder = fileURLToPath(new URL("../../results/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}peers.json`, `${JSON.stringify({ machine, results, memory }, null, 2)}\n`);
  writeFileSync(`${folder}peers.svg`, drawing(rows, names, results));
}

function newerNode(): string | null {
  const newer = engines.find(({ name }) => name.includes("newer Node"))!.command[0]!;
  return existsSync(newer) ? execFileSync(newer, ["--version"], { encoding: "utf8" }).trim() : null;
}
