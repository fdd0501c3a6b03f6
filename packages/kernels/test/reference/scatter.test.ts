import ndarray from "ndarray";
import { reference } from "../../src/index.js";

const rows = (...list: number[][]) => ndarray(Float64Array.from(list.flat()), [list.length, list[0]!.length]);
/** The first row of a matrix: the block that offsets move. */
const block = (x: ReturnType<typeof rows>) => ndarray(x.data, [x.shape[1]!], [x.stride[1]!], x.offset);

test("scatter writes block k where the kth offset points, and the last write wins", () => {
  const out = rows([9, 9], [9, 9], [9, 9]);
  reference.scatter(block(out), rows([1, 2], [3, 4], [5, 6]), Int32Array.of(4, 0, 4));
  expect([...out.data]).toEqual([3, 4, 9, 9, 5, 6]);
});

test("scatterAdd adds repeated targets, in the order of the offsets", () => {
  const out = rows([1e16, 0], [0, 0]);
  // 1e16 + 1 rounds to 1e16, so the order matters.
  reference.scatterAdd(block(out), rows([1, 1], [-1e16, 1], [1, 1]), Int32Array.of(0, 0, 0));
  expect([...out.data]).toEqual([1, 3, 0, 0]);
});

test("gather and scatter are inverse to each other on a strided block", () => {
  const x = ndarray(Float64Array.from({ length: 12 }, (_, i) => i), [3, 4]); // prettier-ignore
  const column = ndarray(x.data, [3], [4], 0);
  const out = ndarray(new Float64Array(6), [2, 3]);
  reference.gather(out, column, Int32Array.of(3, 1));
  expect([...out.data]).toEqual([3, 7, 11, 1, 5, 9]);
  const back = ndarray(new Float64Array(12), [3, 4]);
  reference.scatter(ndarray(back.data, [3], [4], 0), out, Int32Array.of(3, 1));
  expect([...back.data]).toEqual([0, 1, 0, 3, 0, 5, 0, 7, 0, 9, 0, 11]);
});

test("no offsets and scalar blocks", () => {
  const x = ndarray(Float64Array.of(5, 6, 7), [3]);
  const scalar = ndarray(x.data, [], [], 0);
  const out = ndarray(new Float64Array(2), [2]);
  reference.gather(out, scalar, Int32Array.of(2, 0));
  expect([...out.data]).toEqual([7, 5]);
  reference.scatter(scalar, ndarray(new Float64Array(0), [0]), new Int32Array(0));
  expect([...x.data]).toEqual([5, 6, 7]);
});
