import { array, crossEntropy, getValue, grad, matmul, mul, sub, sum, toArray } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
import { bceWithLogits, huberLoss, klDiv, l1Loss, mseLoss } from "@ndgrad/tensor-vjp/nn";
import { expectDerivatives, random } from "../directions.js";

const [x, y] = [array([1, 2, 5]), array([0, 2, 1])];

test("losses are means, or sums, or of each entry", () => {
  expect(toArray(mseLoss(x, y, { reduction: "none" }))).toEqual([1, 0, 16]);
  expect([mseLoss(x, y), mseLoss(x, y, { reduction: "sum" })]).toEqual([17 / 3, 17]);
  expect([l1Loss(x, y), l1Loss(x, y, { reduction: "sum" })]).toEqual([5 / 3, 5]);
  expect(toArray(huberLoss(x, y, { reduction: "none" }))).toEqual([0.5, 0, 3.5]);
  expect(toArray(huberLoss(x, y, { reduction: "none", delta: 2 }))).toEqual([0.5, 0, 6]);
});

test("a loss can be differentiated as it stands: without reduction none its type is number", () => {
  const a = array([[1, 2], [3, 4]]); // prettier-ignore
  const slope = grad((w: Nd) => mseLoss(matmul(a, w), array([5, 6])))(array([1, 1]));
  // 2 aᵀ(aw − b)/2 = aᵀ(−2, 1)
  expect(toArray(slope)).toEqual([1, 0]);
  // @ts-expect-error Of each entry it may be an array.
  const value: number = mseLoss(x, y, { reduction: "none" });
  expect(toArray(value)).toEqual([1, 0, 16]);
});

test("the derivative is 0 where prediction and target agree", () => {
  expect(toArray(grad((p: Nd) => l1Loss(p, y, { reduction: "sum" }))(x))).toEqual([1, 0, 1]);
  expect(toArray(grad((p: Nd) => huberLoss(p, y, { reduction: "sum" }))(x))).toEqual([1, 0, 1]);
});

test("the loss of logits keeps its digits where a large logit is right, and its slope too", () => {
  // log(1 + e⁻⁴⁰) is e⁻⁴⁰ to 17 digits.
  const tiny = Math.exp(-40);
  for (const [logit, target, slope] of [
    [40, 1, -tiny],
    [-40, 0, tiny],
  ] as const) {
    // prettier-ignore
    expect(bceWithLogits(logit, target) / tiny).toBeCloseTo(1, 12);
    expect(grad((z: number) => bceWithLogits(z, target))(logit) / slope).toBeCloseTo(1, 12);
  }
  expect([bceWithLogits(1000, 0), bceWithLogits(-1000, 1), bceWithLogits(1000, 1)]).toEqual([1000, 1000, 0]);
  const [z, t] = [0.3, 0.8];
  const p = 1 / (1 + Math.exp(-z));
  expect(bceWithLogits(z, t)).toBeCloseTo(-t * Math.log(p) - (1 - t) * Math.log(1 - p), 14);
  // The slope in the target is −z.
  expect(grad((u: number) => bceWithLogits(z, u))(t)).toBeCloseTo(-z, 14);
});

test("the divergence is summed, 0 from itself, and takes nothing from entries of probability 0", () => {
  const log = (p: readonly number[]): Nd => array(p.map((v) => Math.log(v)));
  expect(klDiv(log([0.25, 0.75]), array([0.25, 0.75]))).toBeCloseTo(0, 15);
  expect(klDiv(log([0.5, 0.5]), array([0, 1]))).toBeCloseTo(Math.log(2), 15);
  expect(klDiv(log([0.5, 0.5]), array([0, 1]), { reduction: "mean" })).toBeCloseTo(Math.log(2) / 2, 15);
  expect(toArray(grad((p: Nd) => klDiv(log([0.5, 0.5]), p))(array([0, 1])))).toEqual([
    -Infinity,
    1 + Math.log(2),
  ]);
});

test("losses broadcast, and have derivatives to second order in both arguments", () => {
  expect(mseLoss(array([1, 2]), array([[1], [2]]))).toBe(0.5);
  const [p, q] = [random([3, 2], 1), random([2], 2)];
  for (const f of [mseLoss, l1Loss, huberLoss, bceWithLogits])
    expectDerivatives((a, b) => f(a, b, { reduction: "none" }), p, q);
  const positive = getValue(mul(q, q));
  expectDerivatives((a, b) => klDiv(a, b), sub(p, sum(p)), positive);
});

test("other reductions and widths are refused", () => {
  // @ts-expect-error There is no such reduction.
  expect(() => mseLoss(x, y, { reduction: "avg" })).toThrow('mseLoss: expected reduction "mean", "sum" or "none", got avg. Check the spelling.'); // prettier-ignore
  expect(() => huberLoss(x, y, { delta: 0 })).toThrow("huberLoss: expected delta above 0, got 0.");
  expect(() => l1Loss(x, array([1, 2]))).toThrow("expected shapes that broadcast, got [3] and [2].");
});

test("a reduction that there is not is refused", () => {
  const scores = array([[1, 2, 3]]);
  const options = { reduction: "average" } as never;
  const refused = 'expected reduction "mean", "sum" or "none", got average. Check the spelling.';
  expect(() => crossEntropy(scores, scores, options)).toThrow(`crossEntropy: ${refused}`);
  expect(() => mseLoss(scores, scores, options)).toThrow(`mseLoss: ${refused}`);
});
