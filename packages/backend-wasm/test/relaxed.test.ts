import "./ask-for-relaxed-simd.js";
import { wasm, wasmPlain } from "@ndgrad/backend-wasm";
import { vectorised, worstError } from "./accuracy.js";
import { conformanceOf, kernelNames } from "./conform.js";
import { relocated } from "./relocated.js";

test("an engine with relaxed SIMD has a backend of its own", () => {
  expect(Object.is(wasm, wasmPlain)).toBe(false);
});

describe("the backend with relaxed SIMD conforms", () => {
  test.each(kernelNames(wasm))("in %s of arrays in its memory", (name) => {
    expect(conformanceOf({ [name]: relocated(wasm[name]!) })).toBeGreaterThan(100);
  });
});

test.each(vectorised)("%s with relaxed SIMD is within two units in the last place of MPFR", (name) => {
  const { ulps, at } = worstError(wasm, name);
  expect({ at, ulps, isNear: ulps <= 2 }).toEqual({ at, ulps, isNear: true });
});
