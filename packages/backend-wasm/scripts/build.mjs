/** Compile assembly/ twice, without and with relaxed SIMD, to src/module/bytes.*.ts, unless those are newer. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const root = fileURLToPath(new URL("..", import.meta.url));
const sources = join(root, "assembly");
const options = [
  "-O3",
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
const inputs = [fileURLToPath(import.meta.url), ...readdirSync(sources).map((name) => join(sources, name))];
const newest = Math.max(...inputs.map(modified));

for (const [name, flags] of Object.entries(builds)) {
  const target = join(root, "src/module", `bytes.${name}.ts`);
  if (modified(target) < newest) writeFileSync(target, await compile(flags));
}

async function compile(flags) {
  const dir = mkdtempSync(join(tmpdir(), "wasm-"));
  const binary = join(dir, "module.wasm");
  const args = [join(sources, "index.ts"), "-o", binary, ...options, ...flags];
  const { error, stderr } = await asc.main(args);
  if (error) {
    console.error(stderr.toString());
    throw error;
  }
  const bytes = readFileSync(binary).toString("base64");
  rmSync(dir, { recursive: true });
  return `/** Made by scripts/build.mjs from assembly/. */\nexport const bytes: string =\n  "${bytes}";\n`;
}
