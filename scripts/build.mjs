/** Build every package, the examples and the benchmarks to their dist folders: types by tsc, code by esbuild. */
import { spawnSync } from "node:child_process";

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exit(1);
}

run("scripts/generate.mjs");
run("node_modules/typescript/bin/tsc", "-b");
run("scripts/bundle.mjs");
