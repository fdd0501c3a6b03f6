/** The backends on which whole suites run. */
import "../packages/backend-wasm/test/ask-for-relaxed-simd.js";
import { loadBlas } from "@ndgrad/backend-blas";
import { ndarrayOps } from "@ndgrad/backend-ndarray-ops";
import { createTraceMemory, wasm as fast, wasmPlain } from "@ndgrad/backend-wasm";
import { createArena } from "@ndgrad/kernels";
import type { Backend } from "@ndgrad/kernels";
import { setBackend } from "@ndgrad/tensor-vjp";

/** Undefined if no BLAS is found. Tests that need it are then reported as skipped. */
const blas = ((): Backend | undefined => {
  try {
    return loadBlas();
  } catch (error) {
    console.warn(`skipped: no BLAS found (${String(error)})`);
    return undefined;
  }
})();

// With arenas that are filled with NaN when they are reclaimed, to expose any later use.
const reference: Backend = { memory: createArena({ poison: true }) };
const memory = createTraceMemory({ poison: true });
const wasm: Backend = { ...fast, memory };

const backends: readonly (readonly [name: string, backend: Backend | undefined])[] = [
  ["reference", reference],
  ["ndarray-ops", { ...reference, ...ndarrayOps }],
  ["wasm", wasm],
  ["wasm without relaxed SIMD", { ...wasmPlain, memory }],
  ["blas", blas && { ...reference, ...blas }],
  ["wasm + blas", blas && { ...wasm, ...blas }],
];

/** Define a suite once for each backend. `check` is jest's `test`, or `test.skip` if this machine lacks the backend. */
export function onEachBackend(define: (check: typeof test, backend: string) => void): void {
  describe.each(backends)("on %s", (name, backend) => {
    beforeAll(() => setBackend(backend ?? {}));
    afterAll(() => setBackend(fast));
    define(backend === undefined ? test.skip : test, name);
  });
}
