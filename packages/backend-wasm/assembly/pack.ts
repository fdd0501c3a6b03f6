/** Packs matrices in groups of four vectors, with the entries in the order in which the product reads them. */

/** Packs vectors, `vectorStep` apart, of `length` entries, `step` apart. Zeros fill up the last group. */
export function packGroups(
  vectors: i32,
  length: i32,
  x: usize,
  vectorStep: isize,
  step: isize,
  to: usize,
): void {
  let first = 0;
  for (; first < vectors - 3; first += 4, x += 4 * vectorStep) {
    let p = x;
    if (vectorStep == 8) {
      for (let l = 0; l < length; l++, p += step, to += 32) {
        v128.store(to, v128.load(p));
        v128.store(to, v128.load(p, 16), 16);
      }
    } else {
      let p1 = p + vectorStep;
      let p2 = p1 + vectorStep;
      let p3 = p2 + vectorStep;
      for (let l = 0; l < length; l++, to += 32) {
        f64.store(to, f64.load(p));
        f64.store(to, f64.load(p1), 8);
        f64.store(to, f64.load(p2), 16);
        f64.store(to, f64.load(p3), 24);
        p += step;
        p1 += step;
        p2 += step;
        p3 += step;
      }
    }
  }
  if (first == vectors) return;
  for (let l = 0; l < length; l++, x += step, to += 32) {
    for (let v = 0; v < 4; v++) {
      f64.store(to + (v << 3), first + v < vectors ? f64.load(x + v * vectorStep) : 0);
    }
  }
}
