/** Everything that a change has to pass, one line per stage; the first failure stops with its output. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

const node = process.execPath;
const packages = ["core", "kernels", "tensor-vjp", "naive", "train"];

/** [name, command, arguments, shown?] */
const stages = [
  ["install", node, ["scripts/setup.mjs"]],
  ["types", node, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.test.json"]],
  ["lint", node, ["node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0"]],
  ["format", node, ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."]],
  ["build", node, ["scripts/build.mjs"]],
  ["import", node, ["test/smoke/import.mjs"]],
  ["require", node, ["test/smoke/require.cjs"]],
  ...packages.map((name) => [
    `publint ${name}`,
    node,
    ["node_modules/publint/src/cli.js", `packages/${name}`, "--strict"],
  ]),
  ["docs", node, ["scripts/docs.mjs", "--check"]],
  [
    "jest",
    node,
    [
      "--experimental-vm-modules",
      "--disable-warning=ExperimentalWarning",
      "node_modules/jest/bin/jest.js",
      "--json",
      "--outputFile=.cache/jest.json",
    ],
    true,
  ],
];

for (const [name, command, args, shown = false] of stages) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, {
    stdio: shown ? ["ignore", "ignore", "inherit"] : "pipe",
    encoding: "utf8",
  });
  console.log(
    `${status === 0 ? "ok  " : "FAIL"} ${name} ${((performance.now() - start) / 1000).toFixed(1)} s`,
  );
  if (name === "jest") {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
      readFileSync(".cache/jest.json", "utf8"),
    );
    if (numFailedTestSuites > 0) console.log(`${numFailedTestSuites} test files failed`);
    console.log(`${numPassedTests} passed, ${numFailedTests} failed`);
  }
  if (status !== 0) {
    if (!shown) console.error(stdout + stderr);
    process.exit(1);
  }
}
