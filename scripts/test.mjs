/** Everything that a change has to pass, one line per stage; the first failure stops with its output. --deep: many random cases. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

const counts = ".cache/jest.json";
// Read by the property tests.
if (process.argv.includes("--deep")) process.env.NDGRAD_DEEP = "1";

run("install", "scripts/setup.mjs");
run("generated code", "scripts/generate.mjs");
run("types, lint", "scripts/check.mjs");
run("format", "node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", ".");
run("build", "scripts/build.mjs");
run("import", "test/smoke/import.mjs");
run("require", "test/smoke/require.cjs");
run("bundle", "test/smoke/bundle.mjs");
run("no codegen", "test/smoke/no-codegen.mjs");
run("little memory", "test/smoke/little-memory.mjs");
run("pack", "test/smoke/pack.mjs");
run("docs", "scripts/docs.mjs", "--check");
run("api", "node_modules/typedoc/bin/typedoc", "--emit", "none");
runJest();

function run(name, ...args) {
  const { status, stdout, stderr } = timed(name, args, "pipe");
  if (status === 0) return;
  console.error(stdout + stderr);
  process.exit(1);
}

/** With its own output, and its counts as the last line. */
function runJest() {
  mkdirSync(".cache", { recursive: true });
  const flags = ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"];
  const report = ["--json", `--outputFile=${counts}`];
  const { status } = timed(
    "jest",
    [...flags, "node_modules/jest/bin/jest.js", ...report],
    ["ignore", "ignore", "inherit"],
  );
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
    readFileSync(counts, "utf8"),
  );
  console.log(`all: ${(performance.now() / 1000).toFixed(1)} s${ofProcessor(processorSeconds())}`);
  if (numPendingTests > 0) console.log(`${numPendingTests} skipped`);
  if (numFailedTestSuites > 0) console.log(`${numFailedTestSuites} test files failed`);
  console.log(`${numPassedTests} passed, ${numFailedTests} failed`);
  if (status !== 0) process.exit(1);
}

function timed(name, args, stdio) {
  const [start, before] = [performance.now(), processorSeconds()];
  const result = spawnSync(process.execPath, args, { stdio, encoding: "utf8" });
  const seconds = (performance.now() - start) / 1000;
  const verdict = result.status === 0 ? "ok  " : "FAIL";
  console.log(`${verdict} ${name} ${seconds.toFixed(1)} s${ofProcessor(processorSeconds() - before)}`);
  return result;
}

function ofProcessor(seconds) {
  return Number.isNaN(seconds) ? "" : `, ${seconds.toFixed(1)} s of processor time`;
}

/** What children that have ended took, theirs included, by Linux's account; NaN elsewhere. */
function processorSeconds() {
  const file = "/proc/self/stat";
  if (!existsSync(file)) return NaN;
  // Behind the name of the program, which is in parentheses, times are in hundredths.
  const fields = readFileSync(file, "utf8").replace(/.*\) /s, "").split(" ");
  return (Number(fields[13]) + Number(fields[14])) / 100;
}
