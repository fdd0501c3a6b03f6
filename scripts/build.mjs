/** Build every package, the examples and the benchmarks to their dist folders: types by tsc, code by esbuild. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exit(1);
}

const wasm = "packages/backend-wasm/scripts/build.mjs";
if (existsSync(wasm)) run(wasm);
run("node_modules/typescript/bin/tsc", "-b");
run("scripts/bundle.mjs");
