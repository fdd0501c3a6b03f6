import { ndarrayOps } from "@ndgrad/backend-ndarray-ops";
import type { Kernels } from "@ndgrad/kernels";
import { conformance } from "@ndgrad/kernels/conformance";

test.each(Object.keys(ndarrayOps) as (keyof Kernels)[])("%s conforms", (name) => {
  let cases = 0;
  for (const { run } of conformance({ [name]: ndarrayOps[name] })) {
    run();
    cases++;
  }
  expect(cases).toBeGreaterThan(100);
});
