/** The two backends together: BLAS works on arrays in WebAssembly memory, and WebAssembly has the other kernels. */
import { wasm } from "@ndgrad/backend-wasm";
import type { Backend } from "@ndgrad/kernels";
import { withBlas } from "../packages/backend-blas/test/blas.js";
import { conformanceOf, kernelNames } from "../packages/backend-wasm/test/conform.js";
import { relocated } from "../packages/backend-wasm/test/relocated.js";

withBlas((found) => {
  const blas: Backend = found;
  const both: Backend = { ...wasm, ...blas };

  test.each(kernelNames(blas))("%s conforms on arrays in the memory of WebAssembly", (name) => {
    expect(both[name]).toBe(blas[name]);
    expect(conformanceOf({ [name]: relocated(both[name]!) })).toBeGreaterThan(20);
    expect(conformanceOf({ [name]: relocated(both[name]!, (k) => k === 0) })).toBeGreaterThan(20);
  });

  test("the other kernels are WebAssembly's", () => {
    const rest = kernelNames(wasm).filter((name) => !(name in blas));
    expect(rest.length).toBeGreaterThan(50);
    for (const name of rest) expect(both[name]).toBe(wasm[name]);
    expect(both.memory).toBe(wasm.memory);
  });
});
