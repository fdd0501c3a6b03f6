/** Write the code generated from the table of kernels, if it is older than the table: loops and WebAssembly modules. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

for (const dir of ["packages/kernels", "packages/backend-wasm"]) {
  const script = `${dir}/scripts/build.mjs`;
  if (!existsSync(script)) continue;
  const { status } = spawnSync(process.execPath, [script], { stdio: "inherit" });
  if (status !== 0) process.exit(1);
}
