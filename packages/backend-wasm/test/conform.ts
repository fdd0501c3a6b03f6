/** Runs the conformance suite on some kernels. */
import type { Backend, Kernels } from "@ndgrad/kernels";
import { conformance } from "@ndgrad/kernels/conformance";

/** Runs all cases and returns their number. Throws at the first that fails. */
export function conformanceOf(backend: Backend): number {
  let cases = 0;
  for (const { run } of conformance(backend)) {
    run();
    cases++;
  }
  return cases;
}

export function kernelNames(backend: Backend): (keyof Kernels)[] {
  // The keys of a backend that are functions are names of kernels.
  const entries = Object.entries(backend) as [keyof Kernels, unknown][];
  return entries.flatMap(([name, kernel]) => (typeof kernel === "function" ? [name] : []));
}
