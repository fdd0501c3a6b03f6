import { memory, wasm, wasmPlain } from "@ndgrad/backend-wasm";
import type { Backend, Kernels } from "@ndgrad/kernels";
import { conformance } from "@ndgrad/kernels/conformance";

// The keys of a backend are names of kernels.
const names = Object.keys(wasm) as (keyof Kernels)[];

function runAll(backend: Backend, name: keyof Kernels): number {
  let cases = 0;
  for (const { run } of conformance({ [name]: backend[name] })) {
    run();
    cases++;
  }
  return cases;
}

describe.each([
  ["as fast as can be", wasm],
  ["without relaxed SIMD", wasmPlain],
] as const)("the backend %s conforms:", (_, backend) => {
  test.each(names)("%s", (name) => {
    expect(runAll(backend, name)).toBeGreaterThan(100);
  });
});

test("the suite leaves nothing in the arena", () => {
  expect(memory.used()).toBe(0);
});
