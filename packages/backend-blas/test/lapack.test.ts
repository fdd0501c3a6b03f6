/** LAPACK at all sizes, including those at which the backend would not call it. */
import type { Factorizations } from "@ndgrad/kernels";
import { conformance } from "@ndgrad/kernels/conformance";
import { setBackend } from "@ndgrad/tensor-vjp";
import { load } from "../../../test/golden/cases.js";
import { run as replay } from "../../../test/golden/run.js";
import { bindLapack } from "../src/bind-lapack.js";
import type { Lapack } from "../src/bind-lapack.js";
import { factorizationsBy } from "../src/factorizations.js";
import { openLibrary } from "../src/find-library.js";
import { loadKoffi } from "../src/koffi.js";
import type { Library } from "../src/koffi.js";
import { withBlas } from "./blas.js";

const always = { lu: 1, cholesky: 1, qr: 1, eigh: 1, eig: 1, svd: 1 };
const names = Object.keys(always) as (keyof typeof always)[];

withBlas(() => {
  const lapack = bindLapack(openLibrary(loadKoffi(), process.env["NDGRAD_BLAS"]).library);
  if (lapack === undefined) {
    test.skip("skipped: no LAPACK found", () => {});
    return;
  }
  const factorizations = factorizationsBy(lapack, always);

  test.each(names)("LAPACK's %s conforms", (name) => {
    let cases = 0;
    for (const { run } of conformance({ [name]: factorizations[name] })) {
      run();
      cases++;
    }
    expect(cases).toBeGreaterThan(20);
  });

  describe("golden linear algebra:", () => {
    beforeAll(() => setBackend(factorizations));
    afterAll(() => setBackend({}));
    test.each(load("linalg").map((c) => [c.id, c] as const))("%s", (_id, c) => {
      expect(replay(c)).toEqual([]);
    });
  });
});

describe("the calls of LAPACK:", () => {
  /** A LAPACK that records which routines are called. */
  function noting(calls: string[]): Lapack {
    const note = (name: string) => () => (calls.push(name), 0);
    const routines = ["dgetrf", "dpotrf", "dgelqf", "dorglq", "dsyevd", "dgeev", "dgesdd"];
    // Every routine is in the list.
    return Object.fromEntries(routines.map((name) => [name, note(name)])) as unknown as Lapack;
  }

  function factorAll(f: Omit<Factorizations, "solveTriangular">, n: number, a: Float64Array): void {
    const [x, y] = [new Float64Array(n * n), new Float64Array(n * n)];
    const [w, z] = [new Float64Array(n), new Float64Array(n)];
    f.lu(x, new Int32Array(n), a, n, n);
    f.cholesky(x, a, n);
    f.qr(x, y, a, n, n);
    f.eigh(w, x, a, n);
    f.eig(w, z, { vr: x, vi: y }, a, n);
    f.svd(x, w, y, a, n, n);
  }

  const dominant = (n: number) =>
    Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? n : 1 / (at + 1)));

  test("none for small matrices, all for large ones", () => {
    const calls: string[] = [];
    for (const n of [0, 1, 5]) factorAll(factorizationsBy(noting(calls)), n, dominant(n));
    expect(calls).toEqual([]);
    factorAll(factorizationsBy(noting(calls)), 40, dominant(40));
    expect(new Set(calls).size).toBe(7);
  });

  test("no iterations on matrices with NaN or infinities: they might not end", () => {
    for (const bad of [NaN, Infinity, -Infinity]) {
      const calls: string[] = [];
      const a = dominant(6);
      a[6] = bad;
      factorAll(factorizationsBy(noting(calls), always), 6, a);
      for (const iterating of ["dsyevd", "dgeev", "dgesdd"]) expect(calls).not.toContain(iterating);
    }
  });
});

test("a routine gets Fortran's arguments: addresses, then info, then the lengths of strings", () => {
  const prototypes: string[] = [];
  const calls: (readonly unknown[])[] = [];
  const library: Library = {
    func(prototype) {
      prototypes.push(prototype);
      return (...args) => calls.push(args);
    },
  };
  const { dpotrf } = bindLapack(library)!;
  expect(prototypes).toContain(
    "void dpotrf_(const char *a0, const int *a1, void *a2, const int *a3, int *info, size_t n0)",
  );
  const a = Float64Array.of(4);
  expect(dpotrf("U", 1, a, 1)).toBe(0);
  expect(calls).toEqual([["U", [1], a, [1], Int32Array.of(0), 1]]);
});
