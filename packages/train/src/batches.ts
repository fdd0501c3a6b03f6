/** Mini-batches in random order. */
import { random, ValueError } from "@ndgrad/tensor-vjp";
import type { random as Random } from "@ndgrad/tensor-vjp";

/**
 * One pass over `n` rows, shuffled by `key`: yields `size` row numbers at a time. The last batch may be smaller.
 * Throws ValueError unless `size` is a whole number of 1 or more.
 */
export function batches(key: Random.Key, n: number, size: number): Generator<Int32Array> {
  // Steps of 0 would never end, and steps of NaN would end before the first.
  if (Number.isInteger(size) && size >= 1) return slices(random.permutation(key, n).data, size);
  throw new ValueError(
    `batches: expected a size of 1 or more rows, got ${size}. Write batches(key, n, size).`,
  );
}

function* slices(order: Int32Array, size: number): Generator<Int32Array> {
  for (let i = 0; i < order.length; i += size) yield order.slice(i, i + size);
}
