/**
 * Runs every check that a change must pass, one line each. The first failure prints its output and stops. --deep: many
 * random cases.
 */
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
  const { status, stdout, stderr } = runTimed(name, args, "pipe");
  if (status === 0) return;
  console.error(stdout + stderr);
  process.exit(1);
}

/** Runs jest with its own output, and prints the counts as the last line. */
function runJest() {
  mkdirSync(".cache", { recursive: true });
  const flags = ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"];
  const report = ["--json", `--outputFile=${counts}`];
  const { status } = runTimed(
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

function runTimed(name, args, stdio) {
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

/** Processor time of the child processes that have ended, and of their children, as Linux reports it; NaN elsewhere. */
function processorSeconds() {
  const file = "/proc/self/stat";
  if (!existsSync(file)) return NaN;
  // The fields follow the name of the program, in parentheses. Times are in hundredths of a second.
  const fields = readFileSync(file, "utf8").replace(/.*\) /s, "").split(" ");
  return (Number(fields[13]) + Number(fields[14])) / 100;
}
