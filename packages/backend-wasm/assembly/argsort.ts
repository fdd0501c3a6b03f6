/** A stable merge sort of the indices of each row by their entries, NaN last. */

/** Length of the runs that are sorted by insertion. */
const RUN: i32 = 16;

/** `out` = the indices that sort each row, as i32. `workspace` holds a row of indices. */
export function argsort(m: i32, n: i32, out: usize, x: usize, xRow: isize, workspace: usize): void {
  const size = (<usize>n) << 2;
  for (let i = 0; i < m; i++, out += size, x += xRow) {
    const numbers = separate(n, x, out);
    for (let start = 0; start < numbers; start += RUN) insert(x, out, start, min(start + RUN, numbers));
    let from = out;
    let to = workspace;
    for (let run = RUN; run < numbers; run *= 2) {
      for (let start = 0; start < numbers; start += 2 * run) {
        merge(x, from, to, start, min(start + run, numbers), min(start + 2 * run, numbers));
      }
      const t = from;
      from = to;
      to = t;
    }
    if (from != out) memory.copy(out, from, (<usize>numbers) << 2);
  }
}

function keyOf(x: usize, places: usize, i: i32): f64 {
  return f64.load(x + ((<usize>load<i32>(places + ((<usize>i) << 2))) << 3));
}

function separate(n: i32, x: usize, out: usize): i32 {
  let count = 0;
  for (let i = 0; i < n; i++) {
    const v = f64.load(x + ((<usize>i) << 3));
    if (v == v) {
      store<i32>(out + ((<usize>count) << 2), i);
      count++;
    }
  }
  let last = count;
  for (let i = 0; i < n && last < n; i++) {
    const v = f64.load(x + ((<usize>i) << 3));
    if (v != v) {
      store<i32>(out + ((<usize>last) << 2), i);
      last++;
    }
  }
  return count;
}

function insert(x: usize, places: usize, start: i32, end: i32): void {
  for (let i = start + 1; i < end; i++) {
    const place = load<i32>(places + ((<usize>i) << 2));
    const key = f64.load(x + ((<usize>place) << 3));
    let j = i;
    for (; j > start && keyOf(x, places, j - 1) > key; j--) {
      store<i32>(places + ((<usize>j) << 2), load<i32>(places + ((<usize>(j - 1)) << 2)));
    }
    store<i32>(places + ((<usize>j) << 2), place);
  }
}

/** Of equal keys, the one in the left run goes first. */
function merge(x: usize, from: usize, to: usize, start: i32, middle: i32, end: i32): void {
  let left = start;
  let right = middle;
  for (let k = start; k < end; k++) {
    const isLeft = right >= end || (left < middle && keyOf(x, from, left) <= keyOf(x, from, right));
    const place = isLeft ? left : right;
    store<i32>(to + ((<usize>k) << 2), load<i32>(from + ((<usize>place) << 2)));
    if (isLeft) left++;
    else right++;
  }
}
