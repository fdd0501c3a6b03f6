/** Gather and scatter of rows at offsets, which are counted in numbers. */

/** Row k of `out` is the row of x at offsets[k]. */
export function gather(count: i32, n: i32, out: usize, outRow: isize, x: usize, offsets: usize): void {
  for (let k = 0; k < count; k++, out += outRow, offsets += 4) {
    const from = x + ((<isize>load<i32>(offsets)) << 3);
    if (n == 1) f64.store(out, f64.load(from));
    else memory.copy(out, from, (<usize>n) << 3);
  }
}

export function scatter(count: i32, n: i32, out: usize, x: usize, xRow: isize, offsets: usize): void {
  for (let k = 0; k < count; k++, x += xRow, offsets += 4) {
    const to = out + ((<isize>load<i32>(offsets)) << 3);
    if (n == 1) f64.store(to, f64.load(x));
    else memory.copy(to, x, (<usize>n) << 3);
  }
}

export function scatterAdd(count: i32, n: i32, out: usize, x: usize, xRow: isize, offsets: usize): void {
  for (let k = 0; k < count; k++, x += xRow, offsets += 4) {
    const to = out + ((<isize>load<i32>(offsets)) << 3);
    let j = 0;
    for (; j < n - 1; j += 2) {
      const at = (<usize>j) << 3;
      v128.store(to + at, f64x2.add(v128.load(to + at), v128.load(x + at)));
    }
    const at = (<usize>j) << 3;
    if (j < n) f64.store(to + at, f64.load(to + at) + f64.load(x + at));
  }
}
