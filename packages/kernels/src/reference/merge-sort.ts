/** A stable sort of keys with their indices: insertion sort of short runs, then merges (Knuth 5.2.4). */

interface Pairs {
  readonly keys: Float64Array;
  readonly indices: Int32Array;
}

/** Length of the runs that are sorted by insertion. */
const RUN = 16;

/**
 * Sorts the first n pairs by key, and leaves the rest in place. No key may be NaN. May return other arrays than it was
 * given.
 */
export function sortPairs(keys: Float64Array, indices: Int32Array, n: number): Pairs {
  let from: Pairs = { keys, indices };
  for (let start = 0; start < n; start += RUN) insertRun(from, start, Math.min(start + RUN, n));
  if (n <= RUN) return from;
  let to: Pairs = { keys: keys.slice(), indices: indices.slice() };
  for (let run = RUN; run < n; run *= 2) {
    for (let start = 0; start < n; start += 2 * run) {
      mergeRuns(from, to, start, Math.min(start + run, n), Math.min(start + 2 * run, n));
    }
    [from, to] = [to, from];
  }
  return from;
}

function insertRun({ keys, indices }: Pairs, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const key = keys[i]!;
    const index = indices[i]!;
    let j = i;
    for (; j > start && keys[j - 1]! > key; j--) {
      keys[j] = keys[j - 1]!;
      indices[j] = indices[j - 1]!;
    }
    keys[j] = key;
    indices[j] = index;
  }
}

/** Of equal keys, the one in the left run goes first, which makes the sort stable. */
function mergeRuns(from: Pairs, to: Pairs, start: number, middle: number, end: number): void {
  const { keys, indices } = from;
  const { keys: toKeys, indices: toIndices } = to;
  let left = start;
  let right = middle;
  for (let k = start; k < end; k++) {
    const next = right >= end || (left < middle && keys[left]! <= keys[right]!) ? left++ : right++;
    toKeys[k] = keys[next]!;
    toIndices[k] = indices[next]!;
  }
}
