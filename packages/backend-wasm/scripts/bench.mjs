/** ns per number of each kernel, resident in the memory of the kernels, staged and by the reference; GFLOP/s of matmul. */
import { arch, cpus } from "node:os";
import ndarray from "ndarray";
import { reference } from "@ndgrad/kernels";
import { memory, wasm, wasmPlain } from "../dist/index.js";

const only = process.argv.slice(2);
const start = memory.mark();
const resident = (n, f) => fill(memory.allocate(n), f);
const ordinary = (n, f) => fill(new Float64Array(n), f);
const fill = (data, f) => {
  for (let i = 0; i < data.length; i++) data[i] = f(i);
  return data;
};
const wave = (i) => Math.sin(i * 12.9898) * 2;

/** Median ns of one call. */
function time(call) {
  const runs = [];
  let calls = 1;
  for (let took = 0; took < 2e7; calls *= 2) took = of(calls);
  for (let k = 0; k < 15; k++) runs.push(of(calls) / calls);
  return runs.sort((a, b) => a - b)[7];
  function of(n) {
    const from = process.hrtime.bigint();
    for (let i = 0; i < n; i++) call();
    return Number(process.hrtime.bigint() - from);
  }
}

const show = (x) => (x === undefined ? "-" : x < 10 ? x.toFixed(2) : x.toFixed(1)).padStart(9);

function row(name, n, calls, per) {
  const times = calls.map((call) => call && per(time(call)));
  console.log(name.padEnd(16), String(n).padStart(6), ...times.map(show));
}

console.log(
  "ns per number".padEnd(16),
  "     n",
  ...["fma", "plain", "staged", "reference"].map((x) => x.padStart(9)),
);
for (const name of only.length > 0 ? only : Object.keys(wasm)) {
  const arity = reference[name].length;
  if (name === "matmul" || (!["sum", "prod", "max", "min", "where"].includes(name) && !isElementwise(name)))
    continue;
  for (const n of [16, 64, 256, 1536, 100000]) {
    memory.release(start);
    const set = (make) =>
      [
        make(
          n,
          name.startsWith("log") || name === "sqrt" || name === "pow" ? (i) => Math.abs(wave(i)) + 0.1 : wave,
        ),
        make(n, wave),
        make(n, wave),
      ].map((d) => ndarray(d));
    const near = set(resident);
    const far = set(ordinary);
    const single = ndarray(new Float64Array(1), []);
    const out = (x) => (["sum", "prod", "max", "min"].includes(name) ? single : x);
    const call = (b, [x, y, o]) => (arity === 3 ? () => b[name](o, x, y) : () => b[name](out(o), x));
    row(
      name,
      n,
      [call(wasm, near), call(wasmPlain, near), call(wasm, far), call(reference, far)],
      (t) => t / n,
    );
  }
}

function onOne(kernel, out, x) {
  return () => kernel(out, x);
}

function isElementwise(name) {
  return (
    (reference[name].length === 2 || reference[name].length === 3) &&
    !/arg|cum|sort|copy|gather|scatter/.test(name)
  );
}

if (only.length === 0 || only.includes("matmul")) {
  console.log("matmul GFLOP/s");
  for (const n of [8, 16, 64, 128, 256, 512, 1024]) {
    memory.release(start);
    const set = (make) =>
      [make(n * n, wave), make(n * n, wave), make(n * n, wave)].map((d) => ndarray(d, [n, n]));
    const near = set(resident);
    const far = set(ordinary);
    const call =
      (b, [x, y, o]) =>
      () =>
        b.matmul(o, x, y);
    const turned = ([x, y, o]) => [x, y.transpose(1, 0), o];
    const turnedA = ([x, y, o]) => [x.transpose(1, 0), y, o];
    row(
      "a b",
      n,
      [call(wasm, near), call(wasmPlain, near), call(wasm, far), n <= 512 ? call(reference, far) : undefined],
      (t) => (2 * n ** 3) / t,
    );
    row(
      "a b'",
      n,
      [call(wasm, turned(near)), call(wasmPlain, turned(near)), call(wasm, turned(far)), undefined],
      (t) => (2 * n ** 3) / t,
    );
    row(
      "a' b",
      n,
      [call(wasm, turnedA(near)), call(wasmPlain, turnedA(near)), call(wasm, turnedA(far)), undefined],
      (t) => (2 * n ** 3) / t,
    );
  }
}
console.log(`${cpus()[0].model}, ${arch()}, Node ${process.version}`);
