import { BlasError, loadBlas } from "@ndgrad/backend-blas";
import { bindLapack } from "../src/bind-lapack.js";
import { openLibrary } from "../src/find-library.js";
import type { Koffi } from "../src/koffi.js";
import { setThreads } from "../src/threads.js";
import { withBlas } from "./blas.js";

/** A koffi on a machine that has only the libraries named, with these symbols in each. */
function koffiWith(installed: Readonly<Record<string, readonly string[]>>, asked: string[] = []): Koffi {
  return {
    load(path) {
      asked.push(path);
      const symbols = installed[path];
      if (symbols === undefined) throw new Error(`${path}: cannot open shared object file`);
      return {
        func(prototype) {
          if (!symbols.some((name) => prototype.includes(` ${name}(`))) throw new Error("no such symbol");
          return () => 0;
        },
      };
    },
  };
}

test("a path that is not a library is an error that names it and says what to do", () => {
  const load = () => loadBlas({ path: "/nowhere/libblas.so" });
  expect(load).toThrow(BlasError);
  expect(load).toThrow(/^loadBlas: expected a BLAS library at \/nowhere\/libblas\.so, got: /);
  expect(load).toThrow(/Install OpenBLAS|Put OpenBLAS/);
  expect(load).toThrow(/NDGRAD_BLAS\.$/);
});

test("the environment variable names the library, and no other replaces a missing one", () => {
  const before = process.env["NDGRAD_BLAS"];
  process.env["NDGRAD_BLAS"] = "/nowhere/from-environment.so";
  try {
    expect(() => loadBlas()).toThrow(/expected a BLAS library at \/nowhere\/from-environment\.so/);
    expect(() => loadBlas({ path: "/nowhere/option.so" })).toThrow(/at \/nowhere\/option\.so/);
  } finally {
    if (before === undefined) delete process.env["NDGRAD_BLAS"];
    else process.env["NDGRAD_BLAS"] = before;
  }
});

test.each([0, -1, 1.5, NaN, Infinity])("threads: %p is refused", (threads) => {
  expect(() => loadBlas({ threads })).toThrow(
    `loadBlas: expected threads to be a positive integer, got ${threads}.`,
  );
});

test("the first of the usual names that loads is used", () => {
  const asked: string[] = [];
  const koffi = koffiWith({ "libmkl_rt.so.2": [], "libblas.so.3": [] }, asked);
  expect(openLibrary(koffi, undefined, "linux").name).toBe("libmkl_rt.so.2");
  expect(asked[0]).toBe("libopenblas.so.0");
  expect(asked).not.toContain("libblas.so.3");
});

test.each([
  ["linux", "apt install libopenblas0"],
  ["darwin", "brew install openblas"],
  ["win32", "libopenblas.dll in a folder of PATH"],
  ["sunos", "Install OpenBLAS"],
])("without any library on %s the error lists what was tried and what to install", (platform, remedy) => {
  const asked: string[] = [];
  const open = () => openLibrary(koffiWith({}, asked), undefined, platform);
  expect(open).toThrow(BlasError);
  expect(open).toThrow(remedy);
  expect(open).toThrow(`got none of ${asked.slice(0, asked.length / 2).join(", ")}.`);
});

test("threads are passed to the library's own function, 1 by default", () => {
  const calls: unknown[] = [];
  const library = {
    func: (prototype: string) => {
      if (!prototype.includes("MKL_Set_Num_Threads")) throw new Error("no such symbol");
      return (...args: readonly unknown[]) => calls.push(args[0]);
    },
  };
  setThreads(library, "mkl", undefined);
  setThreads(library, "mkl", 3);
  expect(calls).toEqual([1, 3]);
});

test("a library whose threads can't be set is an error only when threads are asked for", () => {
  const { library } = openLibrary(koffiWith({ mine: [] }), "mine");
  setThreads(library, "mine", undefined);
  expect(() => setThreads(library, "mine", 2)).toThrow(
    "loadBlas: expected a library whose threads can be set, got mine. Omit `threads`, or use OpenBLAS or MKL.",
  );
});

test("a library without LAPACK gives no factorizations", () => {
  const { library } = openLibrary(koffiWith({ mine: ["cblas_dgemm", "dgetrf_"] }), "mine");
  expect(bindLapack(library)).toBe(undefined);
});

withBlas(() => {
  test("a library without CBLAS is an error", () => {
    const other = { linux: "libm.so.6", darwin: "libSystem.dylib", win32: "kernel32.dll" };
    const path = Object.entries(other).find(([platform]) => platform === process.platform)?.[1] ?? "libm.so";
    expect(() => loadBlas({ path })).toThrow(/^loadBlas: expected the functions of CBLAS in /);
  });
});
