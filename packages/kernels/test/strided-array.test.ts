/** Arrays of this package and of the package ndarray, side by side. */
import { ndarray } from "@ndgrad/kernels";
import original from "ndarray";
import type { NdArray } from "ndarray";

type Nd = NdArray<Float64Array>;
const data = Float64Array.from({ length: 120 }, (_, i) => i);

/** The same array twice: shapes of each rank, some transposed, some with steps. */
const layouts: readonly (readonly [shape: number[], stride?: number[], offset?: number])[] = [
  [[]],
  [[5]],
  [[4], [-2]],
  [[3, 4]],
  [[4, 3], [1, 4], 7],
  [[0, 3]],
  [[2, 3, 4]],
  [
    [4, 2, 3],
    [1, 12, 4],
  ],
  [[2, 3, 4, 5]],
  [[2, 1, 3, 2, 2], [24, 24, 8, 4, 1], 3],
];
const pairs = layouts.map((layout) => [ndarray(data, ...layout), original(data, ...layout)] as const);

/** The visible state of an array. */
const seen = (x: Nd) => {
  const { shape, stride, offset, dtype, dimension, size } = x;
  return { shape, stride, offset, dtype, dimension, size, isSame: x.data === data };
};

const views: Readonly<Record<string, (x: Nd) => Nd>> = {
  itself: (x) => x,
  lo: (x) => x.lo(1, 0, 2),
  "lo of some": (x) => x.lo(-1, 1),
  hi: (x) => x.hi(2, 1),
  "hi of some": (x) => x.hi(-1, 2),
  step: (x) => x.step(2, -1, 3),
  reversed: (x) => x.step(-1),
  transposed: (x) => x.transpose(...x.shape.map((_, d) => x.dimension - 1 - d)),
  "transposed by nothing": (x) => x.transpose(),
};

test.each(Object.keys(views))("views are those of ndarray: %s", (name) => {
  for (const [ours, theirs] of pairs) expect(seen(views[name]!(ours))).toEqual(seen(views[name]!(theirs)));
});

test("picks are those of ndarray, except that rank 0 has a pick too", () => {
  for (const [ours, theirs] of pairs.slice(1)) {
    expect(seen(ours.pick(1))).toEqual(seen(theirs.pick(1)));
    expect(seen(ours.pick(null, 1))).toEqual(seen(theirs.pick(null, 1)));
    expect(seen(ours.pick(-1))).toEqual(seen(theirs.pick(-1)));
  }
});

test("entries are read, located and written as in ndarray", () => {
  const indices = [[], [1], [0, 0], [1, 2], [1, 1, 2], [1, 1, 2, 1], [1, 0, 2, 1, 1]];
  for (const [ours, theirs] of pairs)
    for (const index of indices.filter((list) => list.length === ours.dimension)) {
      expect(ours.index(...index)).toBe(theirs.index(...index));
      expect(ours.get(...index)).toBe(theirs.get(...index));
      expect(ours.set(...index, theirs.get(...index))).toBe(theirs.get(...index));
    }
  const x = ndarray(new Float64Array(6), [2, 3]);
  x.set(1, 2, 7);
  expect(x.data[5]).toBe(7);
});

test("order lists the dimensions by size of stride, as in ndarray", () => {
  for (const [ours, theirs] of pairs.slice(1)) {
    const steps = (x: Nd) => x.order.map((d) => Math.abs(x.stride[d]!));
    expect(steps(ours)).toEqual(steps(theirs));
  }
});

test("deep comparisons find the two equal", () => {
  for (const [ours, theirs] of pairs.slice(1)) expect(ours).toEqual(theirs);
});

test("masks and indices have a dtype, and other data is refused", () => {
  expect(ndarray(new Uint8Array(2)).dtype).toBe("uint8");
  expect(ndarray(new Int32Array(2)).dtype).toBe("int32");
  expect(() => ndarray(new Float32Array(2) as never)).toThrow(
    "ndarray: expected a Float64Array, Uint8Array or Int32Array, got Float32Array. Use the package ndarray.",
  );
});
