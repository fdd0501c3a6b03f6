import { convolve } from "@ndgrad/tensor-vjp/signal";
import { expectMapped } from "../mapped.js";

test.each(["full", "same", "valid"] as const)("batches are convolved at once in mode %s", (mode) => {
  expectMapped((x, w) => convolve(x, w, { mode }), [5], [2]);
  expectMapped((x, w) => convolve(x, w, { mode }), [3, 4], [2, 2]);
});

test("the shorter one first, sums along other axes, and no axis to convolve", () => {
  expectMapped((x, w) => convolve(x, w, { mode: "valid" }), [2], [4]);
  expectMapped((x, w) => convolve(x, w, { axes: [[2], [1]], dotAxes: [[1], [0]] }), [2, 3, 4], [3, 2]);
  expectMapped((x, w) => convolve(x, w, { axes: [[], []], dotAxes: [[0], [0]] }), [3], [3]);
});
