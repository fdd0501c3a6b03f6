/**
 * How much code one gradient runs: prints the functions of core, by file, that V8 counts in the first call of
 * `grad(x => x³)` on numbers, after all modules are loaded. Each source file is compiled to its own module in
 * out/functions-run, so that V8 reports them separately.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const source = "packages/core/src";
const out = resolve("out/functions-run");
const core = join(out, "core");
const onCompiledCore = {
  name: "on-compiled-core",
  setup({ onResolve }) {
    onResolve({ filter: /^@ndgrad\/core$/ }, () => ({ path: "./core/index.js", external: true }));
  },
};

await compile();

const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
const { grad, mul } = await import(pathToFileURL(join(out, "numbers.js")).href);
const { primitive } = await import(pathToFileURL(join(core, "index.js")).href);
// x ** 3 as a single primitive, as in HIPS autograd.
const cube = primitive("cube", (x) => x ** 3, { vjp: [(g, _ans, x) => mul(g, mul(3, mul(x, x)))] });
const dCube = grad(cube);
// Each take resets the counts.
await session.post("Profiler.takePreciseCoverage");
const slope = dCube(2);
const { result } = await session.post("Profiler.takePreciseCoverage");
if (slope !== 12) throw new Error(`functions-run: expected the slope of x³ at 2 to be 12, got ${slope}`);
report(result);

/** Compiles core file by file, and the numbers of its tests, which import it. */
async function compile() {
  const files = readdirSync(source, { recursive: true }).filter((path) => path.endsWith(".ts"));
  const common = { format: "esm", tsconfig: "packages/core/tsconfig.json" };
  await build({
    ...common,
    entryPoints: files.map((path) => join(source, path)),
    outbase: source,
    outdir: core,
  });
  await build({
    ...common,
    entryPoints: ["packages/core/test/numbers.ts"],
    outdir: out,
    bundle: true,
    plugins: [onCompiledCore],
  });
  writeFileSync(join(out, "package.json"), '{ "type": "module" }\n');
}

function report(scripts) {
  const files = scripts
    .filter(({ url }) => url.startsWith(pathToFileURL(core).href))
    .map(({ url, functions }) => ({
      file: relative(core, new URL(url).pathname).replace(/\.js$/, ".ts"),
      ran: functions.filter(({ ranges: [whole] }) => whole.count > 0),
    }))
    .filter(({ ran }) => ran.length > 0);
  for (const { file, ran } of files)
    console.log(`${file}: ${ran.map(({ functionName }) => functionName || "(anonymous)").join(", ")}`);
  const functions = files.reduce((sum, { ran }) => sum + ran.length, 0);
  console.log(`grad(x => x³) on numbers runs ${functions} functions in ${files.length} files of core`);
}
