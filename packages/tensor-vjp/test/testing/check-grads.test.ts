import { Container, primitive } from "@ndgrad/core";
import type { PrimitiveFn } from "@ndgrad/core";
import { add, matmul, mul, sum } from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { checkGrads, testRule } from "@ndgrad/tensor-vjp/testing";
import ndarray from "ndarray";

const nd = (data: readonly number[], shape: readonly number[]): Nd =>
  ndarray(Float64Array.from(data), [...shape]);
const x = nd([0.3, -1.2, 0.7, 2.1, -0.4, 0.9], [2, 3]);
const row = nd([1.5, -0.5, 0.25], [3]);

type Two = PrimitiveFn<[x: Tensor, y: Tensor], Tensor>;
/** x + y with reverse rules that a test breaks. */
function sumOf(vjp: (g: Tensor, x: Tensor, y: Tensor) => Tensor): Two {
  return primitive("sumOf", (a: Tensor, b: Tensor): Tensor => add(a, b), {
    vjp: [(g) => g, (g, _ans, a, b) => vjp(g, a, b)],
    jvp: [(t) => t, (t, ans) => add(t, mul(0, ans))],
  });
}

test("checkGrads is content with a small network, parameters in a tree", () => {
  const loss = (p: { w: Nd; b: Tensor }, input: Tensor) => sum(mul(add(matmul(p.w, input), p.b), 0.5));
  expect(() => checkGrads(loss, [{ w: x, b: nd([0.1, 0.2], [2]) }, row])).not.toThrow();
});

test("testRule is content with rules of ours", () => {
  expect(testRule(mul as Two, x, row)).toEqual({ modes: ["fwd", "rev"], order: 2, argnums: [0, 1] });
});

test("a rule that forgets to sum over the axes that broadcasting repeated is caught", () => {
  const wrong = sumOf((g) => g);
  expect(() => testRule(wrong, x, row)).toThrow("sumOf: expected the vjp of argument 1 to be [3], got [2,3]");
  expect(() => testRule(wrong, x, x)).not.toThrow();
});

test("a rule that is off by a millionth in one entry is caught", () => {
  const bump = nd([1, 1, 1, 1, 1 + 1e-6, 1], [2, 3]);
  expect(() =>
    testRule(
      sumOf((g) => mul(g, bump)),
      x,
      x,
    ),
  ).toThrow("testRule(sumOf): expected the rev derivative of order 1 in argument 1 to be");
});

test.each<[what: string, message: string, pick: (g: Tensor, ans: Tensor, y: Tensor) => Tensor]>([
  ["argument", "vjp rules that leave arguments, answer and cotangent", (_g, _ans, y) => y],
  ["answer", "vjp rules that leave arguments, answer and cotangent", (_g, ans) => ans],
  ["cotangent", "cotangents to be left as they were", (g) => g],
])("a rule that writes to its %s is caught", (_what, message, pick) => {
  const wrong: Two = primitive("sumOf", (a: Tensor, b: Tensor): Tensor => add(a, b), {
    vjp: [
      (g) => g,
      (g, ans, _a, b) => {
        const target = pick(g, ans, b);
        // A traced value can't be written to: the harm is done in walks over plain ones.
        if (typeof target !== "number" && !(target instanceof Container)) target.data[0]! += 1;
        return mul(g, 1);
      },
    ],
    jvp: [(t) => t, (t) => t],
  });
  expect(() => testRule(wrong, nd([1, 2, 3], [3]), nd([4, 5, 6], [3]))).toThrow(message);
});
