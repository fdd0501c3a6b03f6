/** A stable sort of numbers that takes their places along: insertion into short runs, then merges (Knuth 5.2.4). */

interface Pairs {
  readonly keys: Float64Array;
  readonly places: Int32Array;
}

/** Runs up to this length are made by insertion. */
const RUN = 16;

/** Sorts the first n pairs by key, none of which is NaN. The rest stay. The answer may be in other arrays. */
export function sortPairs(keys: Float64Array, places: Int32Array, n: number): Pairs {
  let from: Pairs = { keys, places };
  for (let start = 0; start < n; start += RUN) insertRun(from, start, Math.min(start + RUN, n));
  if (n <= RUN) return from;
  let to: Pairs = { keys: keys.slice(), places: places.slice() };
  for (let run = RUN; run < n; run *= 2) {
    for (let start = 0; start < n; start += 2 * run) {
      mergeRuns(from, to, start, Math.min(start + run, n), Math.min(start + 2 * run, n));
    }
    [from, to] = [to, from];
  }
  return from;
}

function insertRun({ keys, places }: Pairs, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const key = keys[i]!;
    const place = places[i]!;
    let j = i;
    for (; j > start && keys[j - 1]! > key; j--) {
      keys[j] = keys[j - 1]!;
      places[j] = places[j - 1]!;
    }
    keys[j] = key;
    places[j] = place;
  }
}

/** Of equal keys, that of the left run goes first: so the sort is stable. */
function mergeRuns(from: Pairs, to: Pairs, start: number, middle: number, end: number): void {
  const { keys, places } = from;
  const { keys: toKeys, places: toPlaces } = to;
  let left = start;
  let right = middle;
  for (let k = start; k < end; k++) {
    const next = right >= end || (left < middle && keys[left]! <= keys[right]!) ? left++ : right++;
    toKeys[k] = keys[next]!;
    toPlaces[k] = places[next]!;
  }
}
