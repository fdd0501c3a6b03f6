import "./ask-for-relaxed-simd.js";
import { wasm, wasmPlain } from "@ndgrad/backend-wasm";
import { vectorised, worstErrors } from "./accuracy.js";
import type { ErrorAt } from "./accuracy.js";

/** Tighter limits for kernels that are much better than two units without relaxed SIMD. */
const within1 = ["exp", "exp2", "log", "log1p", "sin", "cos", "pow"];

describe.each(vectorised)("%s", (name) => {
  let plain: ErrorAt = { ulps: NaN, at: [] };
  let relaxed = plain;
  beforeAll(() => {
    // As many as there are backends.
    [plain, relaxed] = worstErrors([wasmPlain, wasm], name) as [ErrorAt, ErrorAt];
  });

  test("is within two units in the last place of MPFR", () => {
    const bound = within1.includes(name) ? 1 : 2;
    expect({ ...plain, isNear: plain.ulps <= bound }).toEqual({ ...plain, isNear: true });
  });

  test("with relaxed SIMD is within two units in the last place of MPFR", () => {
    expect({ ...relaxed, isNear: relaxed.ulps <= 2 }).toEqual({ ...relaxed, isNear: true });
  });
});
