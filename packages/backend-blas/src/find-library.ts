/** Loads the BLAS library asked for, else the first of the usual names that loads. */
import { BlasError } from "./blas-error.js";
import type { Koffi, Library } from "./koffi.js";

/** Library names by `process.platform`. Optimised libraries come before names that may be the slow reference BLAS. */
const usual: Readonly<Record<string, readonly string[]>> = {
  linux: [
    "libopenblas.so.0",
    "libopenblasp.so.0",
    "libopenblas.so",
    "libmkl_rt.so.2",
    "libmkl_rt.so",
    "libflexiblas.so.3",
    "libcblas.so.3",
    "libblas.so.3",
  ],
  darwin: [
    "/opt/homebrew/opt/openblas/lib/libopenblas.dylib",
    "/usr/local/opt/openblas/lib/libopenblas.dylib",
    "libopenblas.dylib",
    "libmkl_rt.2.dylib",
    "/System/Library/Frameworks/Accelerate.framework/Accelerate",
  ],
  win32: ["libopenblas.dll", "openblas.dll", "mkl_rt.2.dll", "mkl_rt.dll"],
};

const remedy: Readonly<Record<string, string>> = {
  linux: "Install OpenBLAS (Debian, Ubuntu: apt install libopenblas0; Fedora: dnf install openblas)",
  darwin: "Install OpenBLAS (brew install openblas)",
  win32: "Put OpenBLAS's libopenblas.dll in a folder of PATH",
};

/** Throws BlasError if none loads. A library that was asked for is never replaced by another. */
export function openLibrary(
  { load }: Koffi,
  wanted: string | undefined,
  platform: string = process.platform,
): { library: Library; name: string } {
  const names = wanted === undefined ? (usual[platform] ?? usual["linux"]!) : [wanted];
  const reasons: unknown[] = [];
  for (const name of names) {
    try {
      return { library: load(name), name };
    } catch (reason) {
      reasons.push(reason);
    }
  }
  const install = remedy[platform] ?? "Install OpenBLAS";
  const way = "or name a library by the option `path` or the environment variable NDGRAD_BLAS";
  const message =
    wanted === undefined
      ? `loadBlas: expected a BLAS library, got none of ${names.join(", ")}. ${install}, ${way}.`
      : `loadBlas: expected a BLAS library at ${wanted}, got: ${String(reasons[0])}. ${install}, ${way}.`;
  throw new BlasError(message, { cause: reasons[0] });
}
