/** Write the code that follows from the table of kernels, where it is older than the table: loops, and the modules of WebAssembly. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

for (const dir of ["packages/kernels", "packages/backend-wasm"]) {
  const script = `${dir}/scripts/build.mjs`;
  if (!existsSync(script)) continue;
  const { status } = spawnSync(process.execPath, [script], { stdio: "inherit" });
  if (status !== 0) process.exit(1);
}
