/** Mini-batches in random order. */
import { random, ValueError } from "@ndgrad/tensor-vjp";
import type { random as Random } from "@ndgrad/tensor-vjp";

/**
 * Row numbers of one pass over `n` rows, shuffled by `key`, `size` at a time; the last batch may be smaller.
 * Throws ValueError where `size` is not a whole number of 1 or more.
 */
export function batches(key: Random.Key, n: number, size: number): Generator<Int32Array> {
  // Steps of 0 would never end, and steps of NaN would end before the first.
  if (Number.isInteger(size) && size >= 1) return parts(random.permutation(key, n).data, size);
  throw new ValueError(
    `batches: expected a size of 1 or more rows, got ${size}. Write batches(key, n, size).`,
  );
}

function* parts(order: Int32Array, size: number): Generator<Int32Array> {
  for (let i = 0; i < order.length; i += size) yield order.slice(i, i + size);
}
