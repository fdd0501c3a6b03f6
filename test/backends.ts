/** The backends that whole suites run on. */
import { loadBlas } from "@ndgrad/backend-blas";
import { wasm } from "@ndgrad/backend-wasm";
import { createArena } from "@ndgrad/kernels";
import type { Backend } from "@ndgrad/kernels";
import { setBackend } from "@ndgrad/tensor-vjp";

/** Absent where no BLAS is found: what is skipped then, is reported as skipped. */
const blas = ((): Backend | undefined => {
  try {
    return loadBlas();
  } catch (error) {
    console.warn(`skipped: no BLAS found (${String(error)})`);
    return undefined;
  }
})();

/** With an arena that is filled with NaN when it is taken back, so that a later use of it shows. */
const reference: Backend = { memory: createArena({ poison: true }) };

const backends: readonly (readonly [name: string, backend: Backend | undefined])[] = [
  ["reference", reference],
  ["wasm", wasm],
  ["blas", blas && { ...reference, ...blas }],
  ["wasm + blas", blas && { ...wasm, ...blas }],
];

/** Define a suite once for each backend. `check` is jest's `test`, or its `skip` where there is no such backend here. */
export function onEachBackend(define: (check: typeof test, backend: string) => void): void {
  describe.each(backends)("on %s", (name, backend) => {
    beforeAll(() => setBackend(backend ?? {}));
    afterAll(() => setBackend(wasm));
    define(backend === undefined ? test.skip : test, name);
  });
}
