/** The cost of importing the library, in processor time, which other processes disturb less than wall time. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median } from "./timing.js";
import type { Figure } from "./timing.js";

const ROUNDS = 11;

export function importFigures(): Figure[] {
  const bare: number[] = [];
  const loaded: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(cpuOf(""));
    loaded.push(cpuOf('await import("@ndgrad/tensor-vjp");'));
  }
  const start = median(bare);
  return [
    {
      what: "import @ndgrad/tensor-vjp",
      measured: median(loaded) - start,
      limit: 100,
      unit: "ms",
      against: `processor time besides the ${start.toFixed(0)} ms of Node's own start`,
    },
  ];
}

/** Milliseconds of processor time, over all threads, that a fresh Node process takes to run `code`. */
function cpuOf(code: string): number {
  const report = "const { user, system } = process.cpuUsage(); console.log((user + system) / 1000);";
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module", "--eval", code + report],
    // The benchmarks package depends on everything that is imported.
    { encoding: "utf8", cwd: fileURLToPath(new URL("..", import.meta.url)) },
  );
  if (status !== 0) throw new Error(`importing failed: ${stderr}`);
  return Number(stdout);
}
