/** Installs the JavaScript peers, into a folder of their own, before they are first measured. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../peers/js", import.meta.url));

export function installPeers(): void {
  if (existsSync(`${folder}/node_modules`)) return;
  console.log("installing the JavaScript peers …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(npm, ["install", "--no-audit", "--no-fund", "--silent"], { cwd: folder });
  if (status !== 0) console.error("The JavaScript peers could not be installed, so they are skipped.");
}
