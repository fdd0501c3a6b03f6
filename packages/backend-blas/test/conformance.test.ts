import { conformance } from "@ndgrad/kernels/conformance";
import { withBlas } from "./blas.js";

withBlas((blas) => {
  test.each(Object.keys(blas) as (keyof typeof blas)[])("BLAS's %s conforms", (name) => {
    let cases = 0;
    for (const { run } of conformance({ [name]: blas[name] })) {
      run();
      cases++;
    }
    expect(cases).toBeGreaterThan(20);
  });
});
