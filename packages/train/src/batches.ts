/** Mini-batches in random order. */
import { random } from "@ndgrad/tensor-vjp";
import type { random as Random } from "@ndgrad/tensor-vjp";

/** One pass over `n` rows, shuffled by `key`: yields `size` row numbers at a time. The last batch may be smaller. */
export function* batches(key: Random.Key, n: number, size: number): Generator<Int32Array> {
  const order = random.permutation(key, n).data;
  for (let i = 0; i < n; i += size) yield order.slice(i, i + size);
}
