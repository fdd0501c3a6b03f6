import { array, grad, mean, mul, ones, square, sub, sum, toArray, zeros } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
import { attention, dropout, embedding, linear } from "@ndgrad/tensor-vjp/nn";
import { key, split } from "@ndgrad/tensor-vjp/random";
import ndarray from "ndarray";
import { expectDerivatives, random } from "../directions.js";

test("linear multiplies by the transpose of its weights, and adds a bias of that size only", () => {
  const w = array([[1, 2], [3, 4], [5, 6]]); // prettier-ignore
  expect(toArray(linear(array([1, 10]), w))).toEqual([21, 43, 65]);
  expect(toArray(linear(array([[1, 10]]), w, array([1, 2, 3])))).toEqual([[22, 45, 68]]);
  expect(linear(ones([4, 5, 2]), w).shape).toEqual([4, 5, 3]);
  expect(() => linear(ones([2, 3]), w)).toThrow(
    "linear: expected x of […,in] and w of [out,in], got [2,3] and [3,2].",
  );
  expect(() => linear(ones([2]), w, ones([4, 3]))).toThrow("linear: expected a bias of [3], got [4,3]. It has one entry for each output."); // prettier-ignore
});

test("embedding picks rows, and a row that is picked twice collects twice", () => {
  const table = array([[1, 2], [3, 4], [5, 6]]); // prettier-ignore
  const words = ndarray(Int32Array.of(2, 0, 2, -1), [2, 2]);
  expect(toArray(embedding(table, words))).toEqual([[[5, 6], [1, 2]], [[5, 6], [5, 6]]]); // prettier-ignore
  expect(toArray(grad((t: Nd) => sum(embedding(t, words)))(table))).toEqual([[1, 1], [0, 0], [3, 3]]); // prettier-ignore
  expect(() => embedding(table, 3)).toThrow("embedding: expected a position from -3 to 2, got 3");
});

test("dropout drops the same entries for the same key, others for another, and keeps the mean", () => {
  const [a, b] = split(key(7));
  const x = ones([100, 100]);
  const y = dropout(a!, x, { rate: 0.2 });
  expect(dropout(a!, x, { rate: 0.2 })).toEqual(y);
  expect(dropout(b!, x, { rate: 0.2 })).not.toEqual(y);
  expect(new Set(y.data)).toEqual(new Set([0, 1.25]));
  // Of 10⁴ entries the mean has deviation 0.005: five of them.
  expect(Math.abs(mean(y) - 1)).toBeLessThan(0.025);
  expect(dropout(a!, x, { rate: 0 })).toEqual(x);
  expect(grad((z: Nd) => sum(dropout(a!, z, { rate: 0.2 })))(x)).toEqual(y);
  for (const rate of [1, -0.1, NaN])
    expect(() => dropout(a!, x, { rate })).toThrow(`dropout: expected a rate from 0 to below 1, got ${rate}. It is the fraction that is dropped.`); // prettier-ignore
});

test("attention gives means of values, weighted by the exponentials of scaled products", () => {
  const [q, k, v] = [array([[1, 2]]), array([[3, -1], [0.5, 0]]), array([[1, 0, 2], [0, 1, 4]])]; // prettier-ignore
  const [first, second] = [Math.exp(1 / Math.SQRT2), Math.exp(0.5 / Math.SQRT2)];
  const p = first / (first + second);
  const got = toArray(attention(q, k, v)) as number[][];
  [p, 1 - p, 4 - 2 * p].forEach((want, i) => expect(got[0]![i]).toBeCloseTo(want, 14));
});

test("a causal query sees the keys up to its own: as with that mask, and later keys have no influence", () => {
  const [q, k, v] = [random([2, 3, 2], 1), random([2, 3, 2], 2), random([2, 3, 4], 3)] as [Nd, Nd, Nd];
  const mask = ndarray(Uint8Array.of(1, 0, 0, 1, 1, 0, 1, 1, 1), [3, 3]);
  const y = attention(q, k, v, { causal: true });
  expect(attention(q, k, v, { mask })).toEqual(y);
  for (const b of [0, 1]) for (const e of [0, 1]) expect(y.get(b, 0, e)).toBe(v.get(b, 0, e));
  const first = grad((ks: Nd) => sum(attention(q, ks, v, { causal: true }).lo(0, 0, 0).hi(2, 2, 4)))(k);
  for (const b of [0, 1]) for (const e of [0, 1]) expect(first.get(b, 2, e)).toBe(0);
});

test("a query that may look nowhere has no answer", () => {
  expect(toArray(attention(ones([1, 2]), ones([2, 2]), ones([2, 1]), { mask: false }))).toEqual([[NaN]]);
});

test("layers have derivatives to second order in all arguments", () => {
  expectDerivatives((x, w, b) => linear(x, w, b), random([2, 3], 1), random([2, 3], 2), random([2], 3));
  expectDerivatives((q, k, v) => attention(q, k, v, { causal: true }), random([3, 2], 1), random([3, 2], 2), random([3, 1], 3)); // prettier-ignore
});

test("queries, keys and values that do not fit are refused by name", () => {
  const message = (shapes: string): string => `attention: expected q […,m,d], k […,n,d] and v […,n,e], got ${shapes}. Queries and keys must have equal width, and each key one value.`; // prettier-ignore
  expect(() => attention(ones([2, 3]), ones([2, 4]), ones([2, 4]))).toThrow(message("[2,3], [2,4], [2,4]"));
  expect(() => attention(ones([2, 3]), ones([2, 3]), ones([3, 4]))).toThrow(message("[2,3], [2,3], [3,4]"));
  expect(() => attention(ones([3]), ones([2, 3]), ones([2, 4]))).toThrow(message("[3], [2,3], [2,4]"));
});

test("a layer learns: steps down the slope of its squares bring it to the weights it was made with", () => {
  const x = random([20, 3], 1) as Nd;
  const [w, b] = [array([[1, -2, 0.5]]), array([0.25])];
  const y = linear(x, w, b);
  let [v, c]: [Nd, Nd] = [zeros([1, 3]), zeros([1])];
  const slopes = grad((u: Nd, d: Nd) => mean(square(sub(linear(x, u, d), y))), { argnums: [0, 1] });
  const stepped = (p: Nd, slope: Nd): Nd => sub(p, mul(0.3, slope));
  for (let i = 0; i < 400; i++) {
    const [dv, dc] = slopes(v, c);
    [v, c] = [stepped(v, dv), stepped(c, dc)];
  }
  [...v.data, ...c.data].forEach((u, i) => expect(u).toBeCloseTo([1, -2, 0.5, 0.25][i]!, 8));
});
