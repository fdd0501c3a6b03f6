/** Install the workspace with the pinned pnpm, unless node_modules is newer than the lockfile. */
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";

const { packageManager } = JSON.parse(readFileSync("package.json", "utf8"));

function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

if (modifiedAt("node_modules/.modules.yaml") < modifiedAt("pnpm-lock.yaml")) {
  const npx = process.platform === "win32" ? "npx.cmd" : "npx";
  execFileSync(npx, ["--yes", packageManager, "install", "--frozen-lockfile", "--prefer-offline"], {
    stdio: "inherit",
  });
}
