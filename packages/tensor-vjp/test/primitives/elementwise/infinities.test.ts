/** Values at infinities are NumPy's, on every backend that computes them. */
import { wasm, wasmPlain } from "@ndgrad/backend-wasm";
import {
  array,
  floorDivide,
  full,
  grad,
  logaddexp,
  logaddexp2,
  setBackend,
  sum,
  toArray,
} from "@ndgrad/tensor-vjp";
import type { Tensor } from "@ndgrad/tensor-vjp";

const inf = Infinity;

describe.each([
  ["reference", {}],
  ["wasm", wasm],
  ["wasm without relaxed SIMD", wasmPlain],
])("on %s", (_name, backend) => {
  beforeAll(() => setBackend(backend));
  afterAll(() => setBackend(wasm));

  // numpy.logaddexp and numpy.logaddexp2 (NumPy 2.1).
  test.each([
    [inf, -inf, inf],
    [-inf, inf, inf],
    [inf, inf, inf],
    [-inf, -inf, -inf],
    [inf, 3, inf],
    [3, -inf, 3],
    [NaN, inf, NaN],
    [-inf, NaN, NaN],
  ])("logaddexp of %s and %s is %s", (x, y, want) => {
    for (const f of [logaddexp, logaddexp2]) {
      expect(f(x, y)).toBe(want);
      // Long enough for every path of a backend: of one array, of a number and an array.
      for (const result of [f(full([40], x), full([40], y)), f(x, full([40], y))])
        expect(toArray(result)).toEqual(Array(40).fill(want));
    }
  });

  test("the derivative of logaddexp at opposite infinities is that of the larger", () => {
    const slope = (f: typeof logaddexp): unknown =>
      toArray(grad((x: Tensor) => sum(f(x, array([-inf, inf]))))(array([inf, -inf])));
    expect([slope(logaddexp), slope(logaddexp2)]).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });

  // numpy.floor_divide (NumPy 2.1).
  test.each([
    [1, -inf, -1],
    [-1, inf, -1],
    [1, inf, 0],
    [-1, -inf, 0],
    [-0, inf, -0],
    [0, -inf, -0],
    [inf, 2, NaN],
    [inf, -inf, NaN],
    [1, 0, inf],
    [7, -2, -4],
    [NaN, inf, NaN],
  ])("floorDivide of %s by %s is %s", (x, y, want) => {
    expect(floorDivide(x, y)).toBe(want);
    expect(toArray(floorDivide(full([40], x), y))).toEqual(Array(40).fill(want));
  });
});
