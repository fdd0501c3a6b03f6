import { TracedValueError } from "@ndgrad/core";
import { AxisError, getValue, grad, IndexError, mul, ValueError, vjp } from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { counting, expectDerivatives, listed, random } from "./ops/directions.js";

/** What a view method gives for a traced array, as plain lists; for a plain array, ndarray's own answer. */
function inTrace(x: Nd, view: (x: Nd) => unknown): unknown {
  let seen: unknown;
  vjp((y: Tensor) => {
    seen = listed(getValue(view(y as Nd) as Tensor));
    return y;
  }, x);
  return seen;
}

test.each<[string, (x: Nd) => Nd]>([
  ["pick", (x) => x.pick(1)],
  ["pick, keeping an axis by null", (x) => x.pick(null, 2)],
  ["lo", (x) => x.lo(1, 1)],
  ["hi", (x) => x.hi(1, 2)],
  ["lo and hi", (x) => x.lo(0, 1).hi(2, 2)],
  ["step", (x) => x.step(1, 2)],
  ["a negative step", (x) => x.step(-1, -2)],
  ["transpose", (x) => x.transpose(1, 0)],
  ["transpose without axes", (x) => x.transpose()],
  ["pick of a step of a transpose", (x) => x.transpose(1, 0).step(-2, 1).pick(null, 0)],
])("%s is ndarray's own, and differentiates", (_name, view) => {
  const x = counting(2, 4);
  expect(inTrace(x, view)).toEqual(listed(view(x)));
  expectDerivatives((y) => view(y as Nd), random([2, 4], 1));
});

test("a traced array looks like an ndarray", () => {
  vjp(
    (x: Tensor) => {
      const nd = x as Nd;
      expect([nd.shape, nd.dimension, nd.size, nd.dtype]).toEqual([[2, 3], 2, 6, "float64"]);
      return x;
    },
    counting(2, 3),
  );
});

test("get reads one traced entry", () => {
  const f = (x: Nd): number => mul(x.get(1, 0), x.get(0, 2));
  expect(listed(grad(f)(counting(2, 3)))).toEqual([
    [0, 0, 3],
    [2, 0, 0],
  ]);
  expect(() => grad((x: Nd) => x.get(1))(counting(2, 3))).toThrow(
    "get: expected 2 positions for shape [2,3], got 1. at(x, i) reads a part.",
  );
});

test("positions out of range are refused, not read from a neighbour", () => {
  const refuse = (view: (x: Nd) => unknown, error: new (...args: never[]) => Error): void =>
    expect(() => inTrace(counting(2, 3), view)).toThrow(error);
  refuse((x) => x.pick(2), IndexError);
  refuse((x) => x.pick(0, -1), IndexError);
  refuse((x) => x.pick(0, 0, 0), IndexError);
  refuse((x) => x.pick(0.5), IndexError);
  refuse((x) => x.get(0, 5), IndexError);
  refuse((x) => x.lo(3), IndexError);
  refuse((x) => x.hi(1, 4), IndexError);
  refuse((x) => x.step(0), IndexError);
  refuse((x) => x.transpose(0, 0), ValueError);
  refuse((x) => x.transpose(0, 2), AxisError);
  refuse((x) => x.transpose(0, 1, 2), AxisError);
});

test("storage and writing are refused with the remedy", () => {
  const refuse = (use: (x: Nd) => unknown, message: string): void =>
    expect(() => inTrace(counting(2, 3), (x) => (use(x), x))).toThrow(message);
  for (const use of ["data", "stride", "offset", "order"] as const)
    refuse(
      (x) => x[use],
      `${use}: expected a plain array, got a traced one, which has no storage of its own.`,
    );
  refuse((x) => x.index(0, 0), "index: expected a plain array");
  refuse(
    (x) => x.set(0, 0, 1),
    "set: expected a plain array, got a traced one, whose entries can't be written. Use atSet",
  );
  expect(() => inTrace(counting(2), (x) => x.data)).toThrow(TracedValueError);
});
