import ndarray from "ndarray";
import { array, axesOf, broadcastTo, list, map, matmul, reshape, sumTo, transpose } from "../src/arrays.js";
import { uniform } from "./differences.js";

const add = (x: number, y: number) => x + y;

describe("lists", () => {
  test("nested lists become arrays and come back", () => {
    for (const nested of [
      3,
      [],
      [1, 2],
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      [
        [[1], [2]],
        [[3], [4]],
      ],
    ])
      expect(list(array(nested))).toEqual(nested);
  });

  test("an ndarray of rank 0 is listed as a number", () => {
    expect(list(ndarray(Float64Array.of(7), []))).toBe(7);
  });

  test("rows of different shapes are refused with both shapes", () => {
    expect(() => array([[1, 2], [3]])).toThrow(
      new RangeError("array: expected rows of one shape, got [2] and [1]. Pad the short ones."),
    );
    expect(() => array([[1], 2])).toThrow("expected rows of one shape, got [1] and []");
  });
});

describe("map", () => {
  // The examples of "General broadcasting rules" in the NumPy user guide, smaller.
  test.each([
    [[2, 3], [3], [2, 3]],
    [[2, 3], [], [2, 3]],
    [
      [4, 1, 3, 1],
      [2, 1, 5],
      [4, 2, 3, 5],
    ],
    [
      [3, 2],
      [3, 1],
      [3, 2],
    ],
    [[1], [0], [0]],
    [
      [3, 0],
      [3, 1],
      [3, 0],
    ],
  ])("broadcasts %j and %j to %j", (x, y, shape) => {
    const sum = map("add", add, uniform(x, 1), uniform(y, 2));
    expect(typeof sum === "number" ? [] : sum.shape).toEqual(shape);
  });

  test("pairs the entries that NumPy pairs", () => {
    expect(list(map("add", add, array([[10], [20]]), array([1, 2, 3])))).toEqual([
      [11, 12, 13],
      [21, 22, 23],
    ]);
    expect(
      list(
        map(
          "add",
          add,
          array([
            [1, 2],
            [3, 4],
          ]),
          10,
        ),
      ),
    ).toEqual([
      [11, 12],
      [13, 14],
    ]);
    expect(map("add", add, 1, 2)).toBe(3);
  });

  test("reads the entries of views: transposed, reversed, stepped, offset", () => {
    const x = ndarray(Float64Array.of(0, 1, 2, 3, 4, 5), [2, 3]);
    const same = (view: typeof x) => list(map("same", (v) => v, view));
    expect(same(x.transpose(1, 0))).toEqual([
      [0, 3],
      [1, 4],
      [2, 5],
    ]);
    expect(same(x.step(-1, 2))).toEqual([
      [3, 5],
      [0, 2],
    ]);
    expect(same(x.lo(1, 1))).toEqual([[4, 5]]);
    expect(same(x.pick(1, null))).toEqual([3, 4, 5]);
  });

  test("names the op and the shapes that don't fit", () => {
    expect(() => map("add", add, uniform([2, 3], 1), uniform([2], 2))).toThrow(
      new RangeError(
        "add: expected shapes that broadcast, got [2,3] and [2]. Make the lengths of each axis agree, or 1.",
      ),
    );
    expect(() => map("mul", add, uniform([0], 1), uniform([2], 2))).toThrow("mul: expected");
  });
});

describe("broadcastTo and sumTo", () => {
  test("sumTo adds the copies that a broadcast made", () => {
    const x = array([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(list(sumTo(x, [3]))).toEqual([5, 7, 9]);
    expect(list(sumTo(x, [2, 1]))).toEqual([[6], [15]]);
    expect(list(sumTo(x, [1, 1]))).toEqual([[21]]);
    expect(list(sumTo(x, [2, 3]))).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(sumTo(x, [])).toBe(21);
    expect(list(sumTo(reshape(array([]), [0, 2]), [1, 2]))).toEqual([[0, 0]]);
  });

  test.each([
    [[], [2, 3]],
    [[3], [2, 3]],
    [
      [2, 1],
      [2, 3],
    ],
    [
      [1, 3, 1],
      [4, 2, 3, 2],
    ],
  ])("they are transposes of each other from %j to %j: ⟨broadcast x, y⟩ = ⟨x, sum y⟩", (small, large) => {
    const [x, y] = [uniform(small, 3), uniform(large, 4)];
    const inner = (a: typeof x, b: typeof x) =>
      Number(
        sumTo(
          map("mul", (p, q) => p * q, a, b),
          [],
        ),
      );
    expect(inner(broadcastTo(x, large), y)).toBeCloseTo(inner(x, sumTo(y, small)), 12);
  });

  test("broadcastTo copies nothing", () => {
    const x = ndarray(Float64Array.of(1, 2), [2]);
    expect(broadcastTo(x, [1000, 2]).data).toBe(x.data);
  });
});

describe("products and shapes", () => {
  test("matmul gives rows times columns", () => {
    expect(
      list(
        matmul(
          array([
            [1, 2, 3],
            [4, 5, 6],
          ]),
          array([
            [1, 0],
            [0, 1],
            [2, 2],
          ]),
        ),
      ),
    ).toEqual([
      [7, 8],
      [16, 17],
    ]);
  });

  test("matmul over an empty inner length is 0", () => {
    expect(list(matmul(uniform([1, 0], 1), reshape(uniform([0], 1), [0, 2])))).toEqual([[0, 0]]);
  });

  test.each([
    [[2, 3], [2, 3], "[2,3] and [2,3]"],
    [[3], [3, 2], "[3] and [3,2]"],
    [[2, 3], [], "[2,3] and []"],
  ])("matmul refuses %j and %j", (a, b, shapes) => {
    expect(() => matmul(uniform(a, 1), uniform(b, 2))).toThrow(
      new RangeError(`matmul: expected [m,k] and [k,n], got ${shapes}. The inner lengths must agree.`),
    );
  });

  test("transpose reverses the axes", () => {
    expect(
      list(
        transpose(
          array([
            [1, 2, 3],
            [4, 5, 6],
          ]),
        ),
      ),
    ).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
    expect(list(transpose(array([[[1, 2]], [[3, 4]]])))).toEqual([[[1, 3]], [[2, 4]]]);
    expect(transpose(5)).toBe(5);
  });

  test("an axis counts from 0 or back from −1, and none means all", () => {
    expect(axesOf("sum", [2, 3, 4])).toEqual([0, 1, 2]);
    expect(axesOf("sum", [2, 3, 4], 1)).toEqual([1]);
    expect(axesOf("sum", [2, 3, 4], -1)).toEqual([2]);
    expect(axesOf("sum", [2, 3, 4], -3)).toEqual([0]);
    for (const axis of [3, -4, 0.5, NaN]) expect(() => axesOf("sum", [2, 3, 4], axis)).toThrow(RangeError);
    expect(() => axesOf("sum", [2], 2)).toThrow(
      "sum: expected an axis of shape [2], got 2. Count from 0, or from -1 at the end.",
    );
  });
});
