/** Keys: the whole state of a random generator, passed explicitly. The same key always gives the same numbers. */
import { method } from "../method.js";
import { ArgumentError, ValueError } from "../errors.js";
import { threefry } from "./threefry.js";

/** Two unsigned 32-bit words. Use each key once: draw from it or split it, not both. */
export type Key = readonly [number, number];

/** The key of a seed, a whole number from 0 to 2⁵³ − 1. Throws ValueError otherwise. */
export const key: (seed: number) => Key = method("key", (seed) => {
  if (Number.isSafeInteger(seed) && seed >= 0) return [Math.floor(seed / 2 ** 32), seed >>> 0];
  throw new ValueError(
    `expected a whole number from 0 to 2^53 - 1 as seed, got ${seed}. Round it, or use foldIn.`,
  );
});

/** `n` keys, 2 by default, independent of one another and of what `parent` itself would give. */
export const split: (parent: Key, n?: number) => Key[] = method("split", (parent, count) => {
  const n = count ?? 2;
  const words = bits(parent, 2 * checkCount(n), 1);
  return Array.from({ length: n }, (_, i) => [words[2 * i]!, words[2 * i + 1]!]);
});

/** A key for the `data`-th use of `parent`: a step, a worker, a layer. `data` is a whole number from 0 to 2³² − 1. */
export const foldIn: (parent: Key, data: number) => Key = method("foldIn", (parent, data) => {
  if (!Number.isInteger(data) || data < 0 || data >= 2 ** 32)
    throw new ValueError(
      `expected a whole number from 0 to 2^32 - 1, got ${data}. Fold in several numbers one by one.`,
    );
  checkKey(parent);
  const out = new Uint32Array(2);
  threefry(out, 0, parent[0], parent[1], data, 2);
  return [out[0]!, out[1]!];
});

/** `n` random 32-bit words. `stream` keeps draws (0), splits (1) and folds (2) of one key apart. */
export function bits(from: Key, n: number, stream = 0): Uint32Array {
  checkKey(from);
  const out = new Uint32Array(n + (n % 2));
  for (let i = 0; i < out.length; i += 2) threefry(out, i, from[0], from[1], i / 2, stream);
  return out;
}

/** A seed passed as a key would give the same number everywhere: refuse. */
function checkKey(given: Key): void {
  if (Array.isArray(given) && given.length === 2 && given.every((word) => typeof word === "number")) return;
  throw new ArgumentError(
    `expected a key, got ${String(given)}. Make one with random.key(seed), and split it for several draws.`,
  );
}

export function checkCount(n: number): number {
  if (Number.isInteger(n) && n >= 0) return n;
  throw new ValueError(`expected a whole number of 0 or more, got ${n}. Give a count.`);
}
