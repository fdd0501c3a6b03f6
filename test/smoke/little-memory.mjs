/**
 * With too little address space for the kernels' memory, a smaller one is used, or else the reference, with one
 * warning.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

const examples = new URL("../../examples", import.meta.url);
const program = `
  import { array, grad, mul, sum, tanh } from "@ndgrad/tensor-vjp";
  const x = array(Array.from({ length: 100 }, (_, i) => i / 50));
  const g = grad((x) => sum(mul(tanh(x), x)))(x);
  console.log(g.get(50).toFixed(12));
`;
const answer = (Math.tanh(1) + (1 - Math.tanh(1) ** 2)).toFixed(12);

/** The program, with a WebAssembly memory that refuses to be larger than `mib` MiB. */
const programWithin = (mib) => `
  const { Memory } = WebAssembly;
  WebAssembly.Memory = function (size) {
    if (size.initial * 2 ** 16 > ${mib} * 2 ** 20) throw new RangeError("refused");
    return new Memory(size);
  };
  ${program.replace("import {", "const {").replace(/} from (".*");/, "} = await import($1);")}
`;

check(
  "half of the usual memory",
  run(process.execPath, ["--input-type=module", "-e", programWithin(1024)]),
  0,
);
check("the smallest memory", run(process.execPath, ["--input-type=module", "-e", programWithin(64)]), 0);
check("no memory", run(process.execPath, ["--input-type=module", "-e", programWithin(0)]), 1);

const limits = [1_500_000, 2_000_000, 4_000_000, 8_000_000];
for (const limit of limits) {
  const script = `ulimit -v ${limit} && exec "$0" --input-type=module -e "$1"`;
  const found = run("bash", ["-c", script, process.execPath, program]);
  // There is no bash, or it lacks this limit, as on macOS.
  if (found.error !== undefined || /ulimit:/.test(found.stderr)) {
    console.log(`skipped: no ulimit -v here`);
    break;
  }
  // How much address space V8 reserves depends on its version, so the number of warnings is not checked.
  check(`ulimit -v ${limit}`, found, undefined);
}

function run(command, args) {
  return spawnSync(command, args, { cwd: examples, encoding: "utf8" });
}

function check(name, { status, stdout, stderr }, warnings) {
  assert.equal(status, 0, `${name}: ${stderr}`);
  assert.equal(stdout.trim(), answer, name);
  const got = stderr.split("\n").filter((line) => line.includes("@ndgrad/backend-wasm")).length;
  assert.ok(warnings === undefined ? got <= 1 : got === warnings, `${name}: ${got} warnings`);
}
