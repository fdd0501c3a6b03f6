/** A stable sort of rows, NaN last: insertion sort of short runs, then merges (Knuth 5.2.4). */

/** Length of the runs that are sorted by insertion. */
const RUN: i32 = 16;

/** `out` = x with each row sorted. `workspace` holds one row. */
export function sort(m: i32, n: i32, out: usize, x: usize, xRow: isize, workspace: usize): void {
  const size = (<usize>n) << 3;
  for (let i = 0; i < m; i++, out += size, x += xRow) {
    const numbers = separate(n, x, out);
    for (let start = 0; start < numbers; start += RUN) insert(out, start, min(start + RUN, numbers));
    let from = out;
    let to = workspace;
    for (let run = RUN; run < numbers; run *= 2) {
      for (let start = 0; start < numbers; start += 2 * run) {
        merge(from, to, start, min(start + run, numbers), min(start + 2 * run, numbers));
      }
      const t = from;
      from = to;
      to = t;
    }
    if (from != out) memory.copy(out, from, (<usize>numbers) << 3);
  }
}

/** Copies the numbers to `out`, then the NaNs. Returns how many numbers there are. */
function separate(n: i32, x: usize, out: usize): i32 {
  let count = 0;
  for (let i = 0; i < n; i++) {
    const v = f64.load(x + ((<usize>i) << 3));
    if (v == v) {
      f64.store(out + ((<usize>count) << 3), v);
      count++;
    }
  }
  for (let i = count; i < n; i++) f64.store(out + ((<usize>i) << 3), NaN);
  return count;
}

function insert(x: usize, start: i32, end: i32): void {
  for (let i = start + 1; i < end; i++) {
    const key = f64.load(x + ((<usize>i) << 3));
    let j = i;
    for (; j > start; j--) {
      const before = f64.load(x + ((<usize>(j - 1)) << 3));
      if (!(before > key)) break;
      f64.store(x + ((<usize>j) << 3), before);
    }
    f64.store(x + ((<usize>j) << 3), key);
  }
}

/**
 * Of equal keys, the one in the left run goes first: this makes the sort stable, and -0 and 0 keep their order. No
 * branch depends on which run comes next, because the processor could not predict it.
 */
function merge(from: usize, to: usize, start: i32, middle: i32, end: i32): void {
  let left = from + ((<usize>start) << 3);
  const leftEnd = from + ((<usize>middle) << 3);
  let right = leftEnd;
  const rightEnd = from + ((<usize>end) << 3);
  let o = to + ((<usize>start) << 3);
  while (left < leftEnd && right < rightEnd) {
    const isLeft = <usize>(f64.load(left) <= f64.load(right));
    f64.store(o, f64.load(right ^ ((left ^ right) & -isLeft)));
    left += isLeft << 3;
    right += (1 - isLeft) << 3;
    o += 8;
  }
  memory.copy(o, left, leftEnd - left);
  memory.copy(o + (leftEnd - left), right, rightEnd - right);
}
