/** Checks what each package would publish: only the intended files, and types that match (publint, attw). */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

const names = readdirSync("packages");
const dir = mkdtempSync(join(tmpdir(), "pack-"));
try {
  const packed = pack();
  const complaints = await Promise.all(packed.map(complaintsOf));
  if (complaints.flat().length > 0) throw new Error(`smoke: ${complaints.flat().join("\nsmoke: ")}`);
  console.log(`packed ${packed.map(({ name, size }) => `${name} ${Math.round(size / 1000)} kB`).join(", ")}`);
} finally {
  rmSync(dir, { recursive: true });
}

/** The tarballs of all packages, in one run of npm, which lists the files of each. */
function pack() {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const options = ["--json", "--ignore-scripts", "--pack-destination", dir];
  const list = execFileSync(npm, ["pack", ...options, ...names.map((name) => `./packages/${name}`)], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  return JSON.parse(list.toString());
}

async function complaintsOf({ name, filename, files }) {
  const tarball = new Uint8Array(readFileSync(join(dir, filename)));
  const found = [...strayFiles(files), ...(await publintErrors(tarball)), ...(await typeErrors(tarball))];
  return found.map((complaint) => `${name}: ${complaint}`);
}

/** Files other than code, types and what people read. Source maps would name sources that are not in the tarball. */
function strayFiles(files) {
  const belongs = /^(package\.json|README\.md|LICENSE|dist\/.*\.(js|d\.ts))$/;
  return files
    .filter(({ path }) => !belongs.test(path))
    .map(({ path }) => `expected no ${path} in the tarball`);
}

async function publintErrors(tarball) {
  const { messages, pkg } = await publint({ strict: true, pack: { tarball: tarball.buffer } });
  return messages.filter(({ type }) => type === "error").map((message) => formatMessage(message, pkg));
}

/** The packages are ES modules only. */
async function typeErrors(tarball) {
  const { types, problems = [] } = await checkPackage(createPackageFromTarballData(tarball));
  if (types === false) return ["expected types, found none"];
  return problems
    .filter(({ resolutionKind }) => resolutionKind !== "node10" && resolutionKind !== "node16-cjs")
    .map((problem) => `attw: ${JSON.stringify(problem)}`);
}
