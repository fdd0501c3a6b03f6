/** The main job as a whole process: wall time and peak memory. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Figure } from "./timing.js";

export function digitsFigures(): Figure[] {
  const main = fileURLToPath(new URL("../../examples/dist/digits/main.js", import.meta.url));
  const code = `import(${JSON.stringify(main)}).then(() => process.on("exit", () => console.log("maxrss", process.resourceUsage().maxRSS)))`;
  const start = performance.now();
  const { stdout, status, stderr } = spawnSync(process.execPath, ["-e", code], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the digits example failed: ${stderr}`);
  const seconds = (performance.now() - start) / 1000;
  const kilobytes = Number(/maxrss (\d+)/.exec(stdout)?.[1]);
  return [
    {
      what: "digits: whole run",
      measured: seconds,
      limit: 20,
      unit: "s",
      against: "training, evaluation and report",
    },
    {
      what: "digits: peak memory",
      measured: kilobytes / 1024,
      limit: null,
      unit: "MB",
      against: "of the process, Node itself included",
    },
  ];
}
