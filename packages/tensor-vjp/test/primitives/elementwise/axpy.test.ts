import { add, array, axpy, grad, getValue, matmul, mul, ones, toBackend, setBackend, sum, toArray, vmap } from "@ndgrad/tensor-vjp"; // prettier-ignore
import { wasm } from "@ndgrad/backend-wasm";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";

describe.each([
  ["the reference", {}],
  ["wasm", wasm],
])("on %s", (_, backend) => {
  beforeAll(() => setBackend(backend));
  afterAll(() => setBackend({}));

  test.each([1, 7, 300])("axpy adds a multiple to %s numbers in place", (n) => {
    const y = array(Array.from({ length: n }, (_, i) => i));
    const x = array(Array.from({ length: n }, (_, i) => 2 * i + 1));
    const { data } = y;
    axpy(0.5, x, y);
    expect(y.data).toBe(data);
    expect(toArray(y)).toEqual(Array.from({ length: n }, (_, i) => i + 0.5 * (2 * i + 1)));
    axpy(2, 3, y);
    expect(y.get(0)).toBe(6.5);
    const placed = toBackend(x);
    axpy(1, x, placed);
    expect(toArray(placed)).toEqual(toArray(mul(2, x)));
    axpy(1, placed, placed);
    expect(toArray(placed)).toEqual(toArray(mul(4, x)));
  });
});

test("axpy writes through views, and reads them", () => {
  const y = array([[1, 2], [3, 4]]); // prettier-ignore
  axpy(1, array([[10, 20], [30, 40]]).transpose(1, 0), y); // prettier-ignore
  expect(toArray(y)).toEqual([[11, 32], [23, 44]]); // prettier-ignore
  axpy(-1, array([1, 1]), y.pick(1, null));
  expect(toArray(y)).toEqual([[11, 32], [22, 43]]); // prettier-ignore
});

test("axpy does not write to traced arrays, nor to what is none, and shapes must be the same", () => {
  const x = ones([2]);
  const f = (y: Tensor): number => (axpy(1, x, y as Nd), sum(y));
  expect(() => grad(f)(x)).toThrow("axpy: expected a plain array to write to, got a traced one");
  expect(() => axpy(1, x, 3 as unknown as Nd)).toThrow(
    "axpy: expected an ndarray of float64, got 3. Make one with array([...]).",
  );
  expect(() => axpy(1, x, ones([3]))).toThrow(
    "axpy: expected x of the shape of y, or a number, got [2] and [3]. Broadcast x first.",
  );
  expect(() => axpy(1, matmul(ones([1, 2]), x), ones([2]))).toThrow("got [1] and [2]");
});

test("under vmap axpy says what to do before anything is written", () => {
  const y = array([0, 0]);
  const f = (row: Nd): number => (axpy(1, row, y), sum(row));
  expect(() => vmap(f)(ones([3, 2]))).toThrow("axpy: expected one array to add, got a batch");
  expect(toArray(y)).toEqual([0, 0]);
});

test("what axpy is given in a traced function is read, and no derivative flows through the array", () => {
  const y = array([0, 0]);
  const g = grad((x: Tensor) => (axpy(1, mul(x, 2), y), sum(add(x, getValue(y)))))(array([1, 2]));
  expect(toArray(y)).toEqual([2, 4]);
  expect(toArray(g)).toEqual([1, 1]);
});
