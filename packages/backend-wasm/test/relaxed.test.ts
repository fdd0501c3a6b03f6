import "./ask-for-relaxed-simd.js";
import { wasm, wasmPlain } from "@ndgrad/backend-wasm";
import type { Kernels } from "@ndgrad/kernels";
import { vectorised, worstError } from "./accuracy.js";
import { conformanceOf, kernelNames } from "./conform.js";
import { relocated } from "./relocated.js";

test("an engine with relaxed SIMD has a backend of its own", () => {
  expect(Object.is(wasm, wasmPlain)).toBe(false);
});

/** Kernels that multiply and add; the others are the same with relaxed SIMD and without. */
const multiplies = new Set<keyof Kernels>([
  ...([
    "exp",
    "exp2",
    "expm1",
    "log",
    "log2",
    "log10",
    "log1p",
    "sin",
    "cos",
    "sinh",
    "cosh",
    "tanh",
  ] as const),
  ...([
    "tanhSlope",
    "sigmoidSlope",
    "logaddexp",
    "logaddexp2",
    "softmax",
    "logSoftmax",
    "logsumexp",
  ] as const),
  ...(["asinh", "acosh", "atanh", "sigmoid", "softplus", "erf", "matmul"] as const),
]);

describe("the backend with relaxed SIMD conforms", () => {
  test.each(kernelNames(wasm).filter((name) => multiplies.has(name)))(
    "in %s of arrays in its memory",
    (name) => {
      expect(conformanceOf({ [name]: relocated(wasm[name]!) })).toBeGreaterThan(100);
    },
  );
});

test.each(vectorised)("%s with relaxed SIMD is within two units in the last place of MPFR", (name) => {
  const { ulps, at } = worstError(wasm, name);
  expect({ at, ulps, isNear: ulps <= 2 }).toEqual({ at, ulps, isNear: true });
});
