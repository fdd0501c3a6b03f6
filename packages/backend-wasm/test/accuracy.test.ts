import { wasmPlain } from "@ndgrad/backend-wasm";
import { functionsWithFixtures, worstError } from "./accuracy.js";

// Measured: log 0.62, sin 0.55, exp 0.77, most others about 1, tanh 1.9, sech2 2.3.
test.each(functionsWithFixtures)("%s is within 2.5 units in the last place of mpmath", (name) => {
  expect(worstError(wasmPlain, name).ulps).toBeLessThanOrEqual(2.5);
});

test.each(["exp", "log", "log1p", "sin", "cos", "expm1", "exp2"])("%s is within 1 unit", (name) => {
  expect(worstError(wasmPlain, name).ulps).toBeLessThanOrEqual(1);
});
