import { wasmPlain } from "@ndgrad/backend-wasm";
import { vectorised, worstError } from "./accuracy.js";

/** What is better than two units, and is to stay so. */
const within1 = ["exp", "exp2", "log", "log1p", "sin", "cos", "pow"];

test.each(vectorised)("%s is within two units in the last place of MPFR", (name) => {
  const bound = within1.includes(name) ? 1 : 2;
  const { ulps, at } = worstError(wasmPlain, name);
  expect({ at, ulps, isNear: ulps <= bound }).toEqual({ at, ulps, isNear: true });
});
