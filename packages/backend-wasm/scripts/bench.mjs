/** ns per number of each kernel, in the memory of the kernels, copied there and back, and by the reference; GFLOP/s of matmul. */
import { arch, cpus } from "node:os";
import ndarray from "ndarray";
import { binary, reference, slopes, unary } from "@ndgrad/kernels";
import { memory, wasm, wasmPlain } from "../dist/index.js";

const only = process.argv.slice(2);
const start = memory.mark();
const fill = (data, f) => data.map((_, i) => f(i));
const wave = (i) => Math.sin(i * 12.9898) * 2;
const positive = (i) => Math.abs(wave(i)) + 0.1;

function near(n, f) {
  const data = memory.allocate(n);
  data.set(fill(new Float64Array(n), f));
  return ndarray(data);
}
const far = (n, f) => ndarray(fill(new Float64Array(n), f));

/** Median ns of one call, after 10 ms to warm up. */
function time(call) {
  let calls = 1;
  for (let took = 0; took < 1e7; calls *= 2) took = of(calls);
  calls = Math.ceil(calls / 20);
  const runs = Array.from({ length: 15 }, () => of(calls) / calls);
  return runs.sort((a, b) => a - b)[7];
  function of(n) {
    const from = process.hrtime.bigint();
    for (let i = 0; i < n; i++) call();
    return Number(process.hrtime.bigint() - from);
  }
}

function row(name, n, calls, per) {
  const times = calls.map((call) => (call ? per(time(call)).toFixed(2) : "-").padStart(9));
  console.log(name.padEnd(16), String(n).padStart(6), ...times);
}

const folds = ["sum", "prod", "max", "min"];
const elementwise = Object.keys({ ...unary, ...binary }).filter((name) => name in wasm);
const withSlopes = Object.keys(slopes).map((name) => `${name} and slope`);
const all = [...elementwise, ...withSlopes, ...folds, "matmul"];
const names = only.length > 0 ? only : all;
const unknown = names.find((name) => !all.includes(name));
if (unknown !== undefined) throw new Error(`bench: expected one of ${all.join(", ")}, got ${unknown}.`);

const heads = ["wasm", "plain", "copied", "reference"].map((x) => x.padStart(9));
console.log(wasm === wasmPlain ? "No relaxed SIMD here: wasm is plain." : "wasm has relaxed SIMD.");
console.log("ns per number   ", "     n", ...heads);
for (const name of names.filter((x) => x !== "matmul")) {
  for (const n of [16, 256, 1536]) {
    memory.release(start);
    const first = /log|sqrt|pow/.test(name) ? positive : wave;
    const operands = (make) => [make(n, first), make(n, wave), outOf(name, n, make)];
    const call = (backend, [x, y, out]) => {
      if (withSlopes.includes(name)) return andSlope(backend, name.split(" ")[0], out, y, x);
      const kernel = backend[name];
      return name in binary ? () => kernel(out, x, y) : () => kernel(out, x);
    };
    const here = operands(near);
    const there = operands(far);
    const calls = [call(wasm, here), call(wasmPlain, here), call(wasm, there), call(reference, there)];
    row(name, n, calls, (t) => t / n);
  }
}

function outOf(name, n, make) {
  if (folds.includes(name)) return ndarray(new Float64Array(1), []);
  return make(n, wave);
}

function andSlope(backend, name, out, slope, x) {
  const kernel = backend[name];
  if (kernel.andSlope !== undefined) return () => kernel.andSlope(out, slope, x);
  const part = backend[slopes[name]];
  if (slopes[name] in unary) return () => (kernel(out, x), part(slope, x));
  return () => (kernel(out, x), part(slope, out, x));
}

if (names.includes("matmul")) {
  console.log("matmul GFLOP/s");
  for (const n of [8, 16, 64, 256, 512]) {
    memory.release(start);
    const operands = (make) =>
      [make(n * n, wave), make(n * n, wave), make(n * n, wave)].map(({ data }) => ndarray(data, [n, n]));
    const call =
      (backend, [x, y, o]) =>
      () =>
        backend.matmul(o, x, y);
    const here = operands(near);
    const there = operands(far);
    const calls = [call(wasm, here), call(wasmPlain, here), call(wasm, there), call(reference, there)];
    row("a b", n, calls, (t) => (2 * n ** 3) / t);
  }
}
console.log(`${cpus()[0].model}, ${arch()}, Node ${process.version}`);
