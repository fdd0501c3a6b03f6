/** Compile every package, the examples and the benchmarks to their dist folders. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exit(1);
}

// Code that follows from the table of kernels.
for (const dir of ["packages/kernels", "packages/backend-wasm"])
  if (existsSync(`${dir}/scripts/build.mjs`)) run(`${dir}/scripts/build.mjs`);
run("node_modules/typescript/bin/tsc", "-b");
