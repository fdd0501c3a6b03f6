import { bytes as fma } from "../src/module/bytes.fma.js";
import { bytes as simd } from "../src/module/bytes.simd.js";

test.each([
  ["plain", simd],
  ["relaxed", fma],
])("profilers find the names of functions in the %s module", (_build, base64) => {
  const binary = Buffer.from(base64, "base64").toString("latin1");
  // Not an export: names of those are there in any case.
  expect(binary.includes("fold/foldHalves<")).toBe(true);
});
