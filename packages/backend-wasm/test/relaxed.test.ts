import "./ask-for-relaxed-simd.js";
import { wasm, wasmPlain } from "@ndgrad/backend-wasm";
import { conformanceOf, kernelNames } from "./conform.js";
import { relocated } from "./relocated.js";

test("an engine with relaxed SIMD has a backend of its own", () => {
  expect(Object.is(wasm, wasmPlain)).toBe(false);
});

describe("the backend with relaxed SIMD conforms", () => {
  test.each(kernelNames(wasm))("in %s of resident arrays", (name) => {
    expect(conformanceOf({ [name]: relocated(wasm[name]!) })).toBeGreaterThan(100);
  });
});
