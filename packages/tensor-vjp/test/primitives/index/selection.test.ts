import { add, array, at, grad, mul, setBackend, slice, sum, toArray } from "@ndgrad/tensor-vjp";
import type { Index, Nd, Tensor } from "@ndgrad/tensor-vjp";
import { reference } from "@ndgrad/kernels";
import { counting, listed } from "../../ops/directions.js";

/** Runs `f` on kernels that note what they write: how many entries, and into how many arrays of at least `large` entries. */
function written(large: number, f: () => void): { entries: number; largeArrays: number } {
  let entries = 0;
  const arrays = new Set<unknown>();
  const noting = Object.entries(reference).map(([name, kernel]) => [
    name,
    (out: Nd, ...args: never[]) => {
      entries += out.size;
      if (out.data.length >= large) arrays.add(out.data);
      (kernel as (...all: unknown[]) => void)(out, ...args);
    },
  ]);
  setBackend(Object.fromEntries(noting) as object);
  try {
    f();
  } finally {
    setBackend({});
  }
  return { entries, largeArrays: arrays.size };
}

const N = 1_000_000;

function manyReads(index: (i: number) => Index): (x: Tensor) => number {
  return (x) => {
    let total = 0;
    for (let i = 0; i < 100; i++) total = add(total, sum(mul(at(x, index(i)), i)));
    return total;
  };
}

test.each<[string, (i: number) => Index, number]>([
  ["slices", (i) => slice(1000 * i, 1000 * i + 10), 10],
  ["overlapping slices", (i) => slice(5 * i, 5 * i + 10), 10],
  ["lists of positions", (i) => [[i, 7 * i, i]], 3],
])("a hundred reads of %s cost a hundred small reads and one large array", (_name, index, size) => {
  const x = counting(N);
  const cost = written(N, () => grad(manyReads(index))(x));
  // The snapshot of x, the sum of the cotangents, and the copy of it that leaves.
  expect(cost.largeArrays).toBeLessThanOrEqual(3);
  // Those two copies, and the zeros that the cotangents are added to. Per read: read, mul, sum, and as much backward.
  expect(cost.entries).toBeLessThan(3 * N + 100 * 10 * size + 1000);
});

test("reads are added in place to the cotangent of the whole array", () => {
  const f = (x: Tensor): number => add(sum(mul(x, x)), manyReads((i) => slice(i, i + 10))(x));
  const x = counting(N);
  const cost = written(N, () => grad(f)(x));
  // The snapshot of x and x²; back the two factors' cotangents, their sum, the reads' array, and the copy that leaves.
  expect(cost.largeArrays).toBeLessThanOrEqual(9);
  expect(cost.entries).toBeLessThan(8.1 * N);
});

test("a hundred reads of single entries go back to their entries", () => {
  const g = grad((x: Tensor) => manyReads((i) => i % 3)(x))(counting(3));
  const sums = [0, 1, 2].map((k) =>
    Array.from({ length: 100 }, (_, i) => (i % 3 === k ? i : 0)).reduce((a, b) => a + b),
  );
  expect(listed(g)).toEqual(sums);
});

test("the cotangent of a read that is read again is exact to second order", () => {
  // Σ (x_i x_{i+1})² over i, hessian by hand at (1, 2, 3): ∂²/∂x0∂x1 = 4 x0 x1, ∂²/∂x1² = 2 x0² + 2 x2².
  const f = (x: Tensor): number => {
    let total = 0;
    for (let i = 0; i < 2; i++) {
      const p = mul(at(x, i), at(x, i + 1));
      total = add(total, mul(p, p) as number);
    }
    return total;
  };
  const row = (x: Tensor): number => at(grad(f)(x), 1) as number;
  expect(listed(grad(row)(add(counting(3), 1)))).toEqual([8, 20, 24]);
});

test("more reads of an array than a call may have arguments", () => {
  const n = 150_000;
  const f = (x: Tensor): number => {
    let total = 0;
    for (let i = 0; i < n; i++) total = add(total, at(x, i % 3) as number);
    return total;
  };
  expect(toArray(grad(f)(array([1, 2, 3])))).toEqual([50_000, 50_000, 50_000]);
});
