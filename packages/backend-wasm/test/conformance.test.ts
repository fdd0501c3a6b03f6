import { memory, wasmPlain } from "@ndgrad/backend-wasm";
import { conformanceOf, kernelNames } from "./conform.js";
import { relocated } from "./relocated.js";

describe("the backend without relaxed SIMD conforms", () => {
  test.each(kernelNames(wasmPlain))("in %s of ordinary arrays", (name) => {
    expect(conformanceOf({ [name]: wasmPlain[name] })).toBeGreaterThan(100);
  });

  test.each(kernelNames(wasmPlain))("in %s of resident arrays", (name) => {
    expect(conformanceOf({ [name]: relocated(wasmPlain[name]!) })).toBeGreaterThan(100);
  });
});

/** One of each family. */
const some = [
  ...(["add", "tanh", "greater", "where", "sum", "max", "argmin", "cumsum"] as const),
  ...(["matmul", "copy", "gather", "scatter", "sort", "argsort"] as const),
];

test.each(some)("%s conforms where some arrays are resident and some are not", (name) => {
  expect(conformanceOf({ [name]: relocated(wasmPlain[name]!, (k) => k === 0) })).toBeGreaterThan(100);
  expect(conformanceOf({ [name]: relocated(wasmPlain[name]!, (k) => k !== 0) })).toBeGreaterThan(100);
});

test("kernels leave nothing in the arena", () => {
  expect(memory.used()).toBe(0);
});
