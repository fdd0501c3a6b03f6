/** Compile every package, the examples and the benchmarks to their dist folders. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const run = (...args) => execFileSync(process.execPath, args, { stdio: "inherit" });

const wasm = "packages/backend-wasm/scripts/build.mjs";
if (existsSync(wasm)) run(wasm);
run("node_modules/typescript/bin/tsc", "-b");
