import { reference } from "@ndgrad/kernels";
import type { Kernels } from "@ndgrad/kernels";
import { conformance } from "@ndgrad/kernels/conformance";

const names = Object.keys(reference) as (keyof Kernels)[];
const factorizations: readonly string[] = ["lu", "cholesky", "qr", "eigh", "eig", "svd", "solveTriangular"];

describe("the reference backend conforms:", () => {
  test.each(names)("%s", (name) => {
    let cases = 0;
    for (const { run } of conformance({ [name]: reference[name] })) {
      run();
      cases++;
    }
    expect(cases).toBeGreaterThan(factorizations.includes(name) ? 20 : 100);
  });
});

test("only kernels that a backend has are tested", () => {
  expect([...conformance({})]).toEqual([]);
  const { exp, sort } = reference;
  const tried = new Set(Array.from(conformance({ sort, exp }), (c) => c.kernel));
  expect(tried).toEqual(new Set(["exp", "sort"]));
});

test("no two cases of a kernel have the same layout and title", () => {
  const titles = Array.from(conformance(reference), (c) => `${c.kernel} (${c.layout}; ${c.case})`);
  expect(new Set(titles).size).toBe(titles.length);
});
