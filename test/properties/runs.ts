/** How many random cases a property is tried on: few in `npm test`, many in `npm run test:deep`. */
import fc from "fast-check";
import type { GeneratorValue } from "fast-check";
import { Choices } from "@ndgrad/tensor-vjp/testing";

export const isDeep = process.env["NDGRAD_DEEP"] !== undefined;

/**
 * The quick run is the same each time, but other cases on each backend (`name`); a deep one begins elsewhere each time, and
 * says where if it fails.
 */
export function runs(quick: number, deep: number, name = ""): fc.Parameters<unknown> {
  return isDeep ? { numRuns: deep } : { numRuns: quick, seed: 1 + hash(name) };
}

function hash(name: string): number {
  return Array.from(name).reduce((h, c) => (31 * h + c.charCodeAt(0)) % 1_000_003, 0);
}

/** Choices that fast-check makes, and shrinks when they break a property. */
export function choices(g: GeneratorValue): Choices {
  return new Choices((low, high) => g(fc.integer, { min: low, max: high }));
}
