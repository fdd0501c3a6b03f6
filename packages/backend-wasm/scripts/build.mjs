/**
 * Writes assembly/exports.ts, a function for each class there that is named for a kernel of the table, and compiles
 * assembly/ twice, without and with relaxed SIMD, to src/module/bytes.*.ts, unless those are newer.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";
import { loadTable, tableFiles } from "../../kernels/scripts/table.mjs";
import { render } from "./exports.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const sources = join(root, "assembly");
const options = [
  "-O3",
  // Keeps the names of functions, 6 KB, so that profilers show them; the code is the same.
  "--debug",
  "--converge",
  "--noAssert",
  "--runtime",
  "stub",
  "--importMemory",
  "--enable",
  "simd",
];
// Both modules share one memory: the constants of each have a place of their own.
const builds = {
  simd: ["--memoryBase", "1024"],
  fma: ["--memoryBase", "262144", "--enable", "relaxed-simd"],
};

const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);
const GENERATED = "exports.ts";
const assembly = readdirSync(sources).filter((name) => name !== GENERATED);
const scripts = ["build.mjs", "exports.mjs"].map((name) => join(root, "scripts", name));
const inputs = [...scripts, ...tableFiles, ...assembly.map((name) => join(sources, name))];
const newest = Math.max(...inputs.map(modified));
const targets = Object.keys(builds).map((name) => join(root, "src/module", `bytes.${name}.ts`));

if (targets.some((target) => modified(target) < newest)) {
  const classes = assembly.map((name) => [name.slice(0, -3), readFileSync(join(sources, name), "utf8")]);
  writeFileSync(join(sources, GENERATED), render(await loadTable(), classes));
  for (const [name, flags] of Object.entries(builds))
    writeFileSync(join(root, "src/module", `bytes.${name}.ts`), await compile(flags));
}

async function compile(flags) {
  const dir = mkdtempSync(join(tmpdir(), "wasm-"));
  const binary = join(dir, "module.wasm");
  // Names begin at the package, whoever builds from wherever.
  const args = ["assembly/index.ts", "--baseDir", root, "-o", relative(root, binary), ...options, ...flags];
  const { error, stderr } = await asc.main(args);
  if (error) {
    console.error(stderr.toString());
    throw error;
  }
  const bytes = readFileSync(binary).toString("base64");
  rmSync(dir, { recursive: true });
  return `/** Made by scripts/build.mjs from assembly/. */\nexport const bytes: string =\n  "${bytes}";\n`;
}
