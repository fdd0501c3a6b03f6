/** The number of random cases per property: few in `npm test`, many in `npm run test:deep`. */
import fc from "fast-check";
import type { GeneratorValue } from "fast-check";
import { Choices } from "@ndgrad/tensor-vjp/testing";

export const isDeep = process.env["NDGRAD_DEEP"] !== undefined;

/**
 * The quick run uses a fixed seed for each `name`, so that every backend gets other cases; a deep run uses a new one each
 * time, and reports it if a test fails.
 */
export function runs(quick: number, deep: number, name = ""): fc.Parameters<unknown> {
  return isDeep ? { numRuns: deep } : { numRuns: quick, seed: 1 + hash(name) };
}

function hash(name: string): number {
  return Array.from(name).reduce((h, c) => (31 * h + c.charCodeAt(0)) % 1_000_003, 0);
}

/** Random choices made by fast-check, which it shrinks when a property fails. */
export function choices(g: GeneratorValue): Choices {
  return new Choices((low, high) => g(fc.integer, { min: low, max: high }));
}
