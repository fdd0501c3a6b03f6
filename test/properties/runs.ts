/** How many random cases a property is tried on: few in `npm test`, many in `npm run test:deep`. */
import fc from "fast-check";
import type { GeneratorValue } from "fast-check";
import { Choices } from "@ndgrad/tensor-vjp/testing";

export const isDeep = process.env["NDGRAD_DEEP"] !== undefined;

/** The quick run is the same each time; a deep one begins elsewhere each time, and says where if it fails. */
export function runs(quick: number, deep: number): fc.Parameters<unknown> {
  return isDeep ? { numRuns: deep } : { numRuns: quick, seed: 1 };
}

/** Choices that fast-check makes, and shrinks when they break a property. */
export function choices(g: GeneratorValue): Choices {
  return new Choices((low, high) => g(fc.integer, { min: low, max: high }));
}
