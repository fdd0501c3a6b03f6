import { memory, wasm } from "@ndgrad/backend-wasm";
import type { NdF64 } from "@ndgrad/kernels";
import { inspect } from "node:util";
import ndarray from "ndarray";

afterEach(() => memory.release(start));
const start = memory.mark();

test("arrays don't overlap, are aligned to 16 bytes and have the requested length", () => {
  const arrays = [3, 0, 1, 8].map((n) => memory.allocate(n));
  expect(arrays.map((x) => x.length)).toEqual([3, 0, 1, 8]);
  expect(arrays.map((x) => x.byteOffset % 16)).toEqual([0, 0, 0, 0]);
  arrays.forEach((x, i) => x.fill(i));
  expect(arrays.map((x) => Array.from(new Set(x)))).toEqual([[0], [], [2], [3]]);
});

test("released memory is allocated again", () => {
  const kept = memory.allocate(4);
  const mark = memory.mark();
  const used = memory.used();
  const first = memory.allocate(100);
  expect(memory.used()).toBe(used + 800);
  memory.release(mark);
  expect(memory.used()).toBe(used);
  expect(memory.allocate(5).byteOffset).toBe(first.byteOffset);
  expect(kept.byteOffset).toBeLessThan(first.byteOffset);
});

test("owns recognises arrays of the arena and their views", () => {
  const x = memory.allocate(10);
  expect(memory.owns(x)).toBe(true);
  expect(memory.owns(x.subarray(2, 5))).toBe(true);
  expect(memory.owns(new Float64Array(10))).toBe(false);
});

test("an array of the arena compares and prints like any other", () => {
  const x = memory.allocate(2).fill(1);
  expect(x).toStrictEqual(Float64Array.of(1, 1));
  expect(inspect(x)).toBe("Float64Array(2) [ 1, 1 ]");
});

test("a full arena says how much is free", () => {
  expect(() => memory.allocate(2 ** 29)).toThrow(RangeError);
  expect(() => memory.allocate(2 ** 29)).toThrow(/numbers that are free, got 536870912/);
  expect(() => memory.allocate(-1)).toThrow(RangeError);
  expect(() => memory.allocate(NaN)).toThrow(RangeError);
  expect(() => memory.allocate(1.5)).toThrow(RangeError);
});

test("marks that were never given are refused", () => {
  expect(() => memory.release(memory.mark() + 16)).toThrow(RangeError);
  expect(() => memory.release(0)).toThrow(RangeError);
});

test.each([1, 3, 8, 9, 63, 64, 65, 5000])("%s numbers, some resident and some not, add up", (n) => {
  const here = (f: (i: number) => number): NdF64 => {
    const data = memory.allocate(n);
    return ndarray(data.map((_, i) => (data[i] = f(i))) && data);
  };
  const there = (f: (i: number) => number): NdF64 => ndarray(new Float64Array(n).map((_, i) => f(i)));
  const wanted = Float64Array.from({ length: n }, (_, i) => 3 * i);
  for (const [x, y, out] of [
    [here, here, here],
    [here, there, here],
    [there, here, there],
    [there, there, here],
  ] as const) {
    const sum = out(() => NaN);
    wasm.add!(
      sum,
      x((i) => i),
      y((i) => 2 * i),
    );
    expect(Array.from(sum.data)).toEqual(Array.from(wanted));
  }
});
