/**
 * The BLAS of this machine, if it has one. Without one, the tests that need it count as skipped, and one line says so.
 */
import { BlasError, loadBlas } from "@ndgrad/backend-blas";

function find(): ReturnType<typeof loadBlas> | undefined {
  try {
    return loadBlas();
  } catch (error) {
    // A library that was asked for by name has to be there.
    if (!(error instanceof BlasError) || process.env["NDGRAD_BLAS"] !== undefined) throw error;
    console.warn(`skipped: no BLAS found. ${error.message}`);
    return undefined;
  }
}

/** Runs `tests` with the machine's BLAS. */
export function withBlas(tests: (blas: ReturnType<typeof loadBlas>) => void): void {
  const backend = find();
  if (backend === undefined) test.skip("skipped: no BLAS found", () => {});
  else tests(backend);
}
