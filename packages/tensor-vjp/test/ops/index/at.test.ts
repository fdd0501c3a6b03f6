import {
  ArgumentError,
  argsort,
  array,
  at,
  ellipsis,
  grad,
  greater,
  IndexError,
  mul,
  newaxis,
  slice,
  sum,
  ValueError,
} from "@ndgrad/tensor-vjp";
import type { Index, Nd, Tensor } from "@ndgrad/tensor-vjp";
import ndarray from "ndarray";
import { counting, expectDerivatives, listed, random, strided } from "../directions.js";

const ints = (...values: number[]) => Int32Array.from(values);

/** x[index] for x = numpy.arange(n).reshape(shape), by NumPy 2.4.6. */
const known: readonly (readonly [shape: number[], index: Index, numpy: string, want: unknown])[] = [
  [[4], -1, "x[-1]", 3],
  [[2, 3], 1, "x[1]", [3, 4, 5]],
  [[2, 3], [1, 2], "x[1, 2]", 5],
  [[4], slice(1), "x[1:]", [1, 2, 3]],
  [[4], slice(null, -1), "x[:-1]", [0, 1, 2]],
  [[5], slice(null, null, -2), "x[::-2]", [4, 2, 0]],
  [[5], slice(10, -10, -3), "x[10:-10:-3]", [4, 1]],
  [[5], slice(3, 1), "x[3:1]", []],
  [
    [2, 3],
    [slice(), slice(1, 3)],
    "x[:, 1:3]",
    [
      [1, 2],
      [4, 5],
    ],
  ],
  [[2, 3], [ellipsis, 0], "x[..., 0]", [0, 3]],
  [[2, 3], [newaxis, 1], "x[None, 1]", [[3, 4, 5]]],
  [
    [2, 2],
    [ellipsis, newaxis],
    "x[..., None]",
    [
      [[0], [1]],
      [[2], [3]],
    ],
  ],
  [
    [3, 2],
    [[0, 2]],
    "x[[0, 2]]",
    [
      [0, 1],
      [4, 5],
    ],
  ],
  [
    [3, 2],
    ints(2, 0, 2),
    "x[np.array([2, 0, 2])]",
    [
      [4, 5],
      [0, 1],
      [4, 5],
    ],
  ],
  [
    [3, 2],
    [
      [0, 2],
      [1, -1],
    ],
    "x[[0, 2], [1, -1]]",
    [1, 5],
  ],
  [
    [3],
    [
      [
        [0, 1],
        [2, 2],
      ],
    ],
    "x[[[0, 1], [2, 2]]]",
    [
      [0, 1],
      [2, 2],
    ],
  ],
  [
    [2, 3],
    [slice(), [2, 0]],
    "x[:, [2, 0]]",
    [
      [2, 0],
      [5, 3],
    ],
  ],
  [
    [3, 3],
    [
      [[0], [2]],
      [0, 1],
    ],
    "x[[[0], [2]], [0, 1]]",
    [
      [0, 1],
      [6, 7],
    ],
  ],
  [
    [2, 2, 2],
    [[0, 1], slice(), [1, 0]],
    "x[[0, 1], :, [1, 0]]",
    [
      [1, 3],
      [4, 6],
    ],
  ],
  [
    [2, 2, 2],
    [0, slice(), [1, 0]],
    "x[0, :, [1, 0]]",
    [
      [1, 3],
      [0, 2],
    ],
  ],
  [
    [2, 2, 2],
    [slice(), 0, [1, 0]],
    "x[:, 0, [1, 0]]",
    [
      [1, 0],
      [5, 4],
    ],
  ],
  [
    [2, 2, 2],
    [slice(), [0, 0], ellipsis, [1, 0]],
    "x[:, [0, 0], ..., [1, 0]]",
    [
      [1, 5],
      [0, 4],
    ],
  ],
  [
    [3, 2],
    [[true, false, true]],
    "x[[True, False, True]]",
    [
      [0, 1],
      [4, 5],
    ],
  ],
  [[3, 2], [[true, false, true], 1], "x[[True, False, True], 1]", [1, 5]],
  [
    [2, 2],
    [
      [
        [true, false],
        [false, true],
      ],
    ],
    "x[[[True, False], [False, True]]]",
    [0, 3],
  ],
  [[3], Uint8Array.of(0, 1, 1), "x[np.array([False, True, True])]", [1, 2]],
  [[3, 2], [[]], "x[[]]", []],
  [
    [2, 2],
    [],
    "x[()]",
    [
      [0, 1],
      [2, 3],
    ],
  ],
];

test.each(known)("shape %j, index %j is NumPy's %s", (shape, index, _numpy, want) => {
  expect(listed(at(counting(...shape), index))).toEqual(want);
  expect(listed(at(strided(counting(...shape)), index))).toEqual(want);
});

test("a comparison is a mask, an argsort is positions, whole numbers in a float array are too", () => {
  const x = array([3, -1, 2]);
  expect(listed(at(x, greater(x, 0) as Nd & ndarray.NdArray<Uint8Array>))).toEqual([3, 2]);
  expect(listed(at(x, argsort(x)))).toEqual([-1, 2, 3]);
  expect(listed(at(x, array([2, 0])))).toEqual([2, 3]);
});

test("a number has one entry, that of the empty index", () => {
  expect(at(7, [])).toBe(7);
  expect(at(ndarray(Float64Array.of(7), []), ellipsis)).toBe(7);
  expect(listed(at(7, newaxis))).toEqual([7]);
});

test("an index reads into an array of its own", () => {
  const x = counting(2, 2);
  (at(x, 0) as Nd).set(0, 9);
  expect(x.get(0, 0)).toBe(0);
});

test("cotangents go back to where they were read, and meet where an entry was read twice", () => {
  const x = random([3, 4], 1);
  const indices: Index[] = [
    1,
    [-1, 2],
    [slice(null, null, -2), slice(1, 3)],
    [newaxis, ellipsis, 0],
    [[0, 2, 0]],
    [slice(), [3, 3, 1]],
    [
      [[0], [2]],
      [1, 1],
    ],
    [[true, false, true], slice(1)],
  ];
  for (const index of indices) expectDerivatives((y) => at(y, index), x);
  expectDerivatives((y) => at(y, [[0, 1, 1], slice(), [1, 0, 0]]), strided(random([2, 2, 3], 2) as Nd));
  expect(listed(grad((y: Tensor) => sum(at(y, [[1, 1, 0]])))(counting(3)))).toEqual([1, 2, 0]);
});

test("an index may be traced: no derivative flows into it", () => {
  const f = (x: Tensor, i: number): number => sum(mul(at(x, i), 2));
  expect(grad(f, { argnums: [0, 1] })(counting(3), 1)).toEqual([expect.anything(), 0]);
});

test("positions out of range are refused, never undefined", () => {
  expect(() => at(counting(3), 3)).toThrow(
    "at: expected a position from -3 to 2, got 3 for axis 0 of [3]. Positions count from 0.",
  );
  expect(() => at(counting(3), -4)).toThrow(IndexError);
  expect(() => at(counting(2, 3), [[0, 2]])).toThrow(IndexError);
  expect(() => at(counting(0), 0)).toThrow(
    "at: expected no position, since the axis is empty, got 0 for axis 0 of [0]. Positions count from 0.",
  );
  expect(() => at(counting(3), 0.5)).toThrow(
    "at: expected a whole number as a position, got 0.5. Round it first: Math.floor(i).",
  );
  expect(() => at(counting(3), [[0.5]])).toThrow(IndexError);
  expect(() => at(counting(3), 2 ** 40)).toThrow(IndexError);
});

test("something that is not an index is refused with the way to write one", () => {
  const x = counting(2, 3);
  expect(() => at(x, [0, 1, 2])).toThrow(
    "at: expected at most 2 indices for shape [2,3], got 3. In at(x, [i, j]), i and j are for one axis each; an array of positions goes inside: [[i, j]].",
  );
  expect(() => at(1, 0)).toThrow(IndexError);
  expect(() => at(x, [ellipsis, ellipsis])).toThrow(
    "at: expected at most one ellipsis, got several. Write slice() for the axes of the others.",
  );
  expect(() =>
    at(x, [
      [0, 1],
      [0, 1, 2],
    ]),
  ).toThrow(
    "at: expected arrays of positions that broadcast, got shapes [2] and [3]. Together they name points; to choose rows and columns separately, index twice.",
  );
  expect(() => at(x, [[true, false, true]])).toThrow(
    "at: expected a mask of shape [2], got [3] at axis 0 of [2,3]. A mask has one entry for each entry to choose from; Uint8 arrays are masks, so use Int32 for positions.",
  );
  expect(() => at(x, [null] as never)).toThrow(/Write newaxis for a new axis, slice\(\) for a whole one/);
  expect(() => at(x, [true, false] as never)).toThrow(/Write \[\[true, false\]\] for a mask of two/);
  expect(() => at(x, "all" as never)).toThrow(IndexError);
  expect(() => at(x, slice(0, 2, 0))).toThrow(ValueError);
  expect(() => at(x, slice(0.5))).toThrow(IndexError);
  expect(() => at(x, 0, ...([1] as never[]))).toThrow(ArgumentError);
  expect(() => at([1, 2] as never, 0)).toThrow(ArgumentError);
});
