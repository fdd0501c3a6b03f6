import { array, AxisError, convolve, ShapeError, sum, ValueError, vmap } from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import * as signal from "@ndgrad/tensor-vjp/signal";
import { expectDerivatives, listed, random, strided } from "../directions.js";

test("a convolution multiplies polynomials", () => {
  // (1 + 2x + 3x²)(4 + 5x) = 4 + 13x + 22x² + 15x³.
  expect(listed(convolve(array([1, 2, 3]), array([4, 5])))).toEqual([4, 13, 22, 15]);
});

test("modes are parts of the full convolution, and do not depend on the order of the arguments", () => {
  const [a, v] = [random([6], 1), random([4], 2)];
  const full = listed(convolve(a, v)) as number[];
  expect(listed(convolve(a, v, { mode: "same" }))).toEqual(full.slice(1, 7));
  expect(listed(convolve(v, a, { mode: "same" }))).toEqual(full.slice(1, 7));
  expect(listed(convolve(a, v, { mode: "valid" }))).toEqual(full.slice(3, 6));
  expect(listed(convolve(v, a, { mode: "valid" }))).toEqual(full.slice(3, 6));
  expect(listed(convolve(2, array([1, 3])))).toEqual([2, 6]);
});

/** Σ a[i − k, j − l]·b[k, l], by the definition. */
function direct(a: Nd, b: Nd): number[][] {
  const [[m, n], [p, q]] = [a.shape, b.shape] as [[number, number], [number, number]];
  const out = Array.from({ length: m + p - 1 }, () => new Array<number>(n + q - 1).fill(0));
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++)
      for (let k = 0; k < p; k++)
        for (let l = 0; l < q; l++) out[i + k]![j + l]! += a.get(i, j) * b.get(k, l);
  return out;
}

function expectClose(got: Tensor, want: readonly (readonly number[])[]): void {
  const rows = listed(got) as number[][];
  expect(rows.map((row) => row.length)).toEqual(want.map((row) => row.length));
  rows.flat().forEach((v, i) => expect(v).toBeCloseTo(want.flat()[i]!, 13));
}

test("in two dimensions it is the sum of the definition, in every mode", () => {
  const [a, b] = [random([4, 5], 1), random([3, 2], 2)] as [Nd, Nd];
  const full = direct(a, b);
  expectClose(signal.convolve(a, b), full);
  expectClose(signal.convolve(b, a), full);
  expectClose(signal.convolve(a, b, { mode: "same" }), full.slice(1, 5).map((row) => row.slice(0, 5))); // prettier-ignore
  expectClose(signal.convolve(a, b, { mode: "valid" }), full.slice(2, 4).map((row) => row.slice(1, 5))); // prettier-ignore
  expectClose(signal.convolve(strided(a), b), full);
});

test("axes are convolved in pairs, dotAxes summed over, and the others kept side by side", () => {
  const [a, b] = [random([2, 3, 5], 1), random([4, 3, 2], 2)] as [Nd, Nd];
  const ans = signal.convolve(a, b, { axes: [[2], [-1]], dotAxes: [[1], [1]], mode: "valid" }) as Nd;
  expect(ans.shape).toEqual([2, 4, 4]);
  const row = (x: Nd, i: number, k: number): Nd => x.pick(i, k, null);
  const want = [0, 1, 2].map((k) => convolve(row(a, 1, k), row(b, 3, k), { mode: "valid" }));
  [0, 1, 2, 3].forEach(
    (i) =>
    expect(ans.get(1, 3, i)).toBeCloseTo(want.reduce((s, x) => s + x.get(i), 0), 13), // prettier-ignore
  );
  const matrices = signal.convolve(array([[1, 2]]), array([[3], [4]]), { axes: [[], []], dotAxes: [[1], [0]] }); // prettier-ignore
  expect(listed(matrices)).toEqual([[11]]);
});

test("convolutions have derivatives in every mode", () => {
  for (const mode of ["full", "same", "valid"] as const) {
    expectDerivatives((a, v) => convolve(a, v, { mode }), random([5], 1), random([3], 2));
    expectDerivatives((a, v) => convolve(a, v, { mode }), random([2], 3), random([5], 4));
    expectDerivatives((a, b) => signal.convolve(a, b, { mode }), random([3, 4], 5), random([2, 2], 6));
    const options = { axes: [[0], [2]], dotAxes: [[2], [0]], mode } as const;
    expectDerivatives((a, b) => signal.convolve(a, b, options), random([4, 2, 3], 7), random([3, 2, 2], 8));
  }
});

test("vmap convolves each example", () => {
  const [batch, v] = [random([3, 5], 1) as Nd, random([2], 2)];
  const rows = listed(vmap((a: Tensor) => convolve(a, v))(batch)) as number[][];
  rows.forEach((row, i) => expect(row).toEqual(listed(convolve(batch.pick(i, null), v))));
});

test("what does not pair, is empty, or is in no mode is refused", () => {
  const [a, m] = [array([1, 2]), random([2, 2], 1)];
  expect(() => convolve(m, a)).toThrow(
    new ShapeError(
      "convolve: expected vectors, got [2,2]. Use convolve of @ndgrad/tensor-vjp/signal for more axes.",
    ),
  );
  expect(() => convolve(array([]), a)).toThrow(ValueError);
  expect(() => signal.convolve(m, a)).toThrow(ShapeError);
  expect(() => signal.convolve(m, m, { axes: [[0], [0]], dotAxes: [[1], []] })).toThrow(ShapeError);
  expect(() => signal.convolve(m, m, { axes: [[0, 0], [0, 1]] })).toThrow(ValueError); // prettier-ignore
  expect(() => signal.convolve(m, random([3, 1], 1), { mode: "valid" })).toThrow(
    "convolve: expected one array to be longer along all axes, got [2,2] and [3,1]. Use mode full or same.",
  );
  expect(() => signal.convolve(m, m, { axes: [[2], [0]] })).toThrow(AxisError);
  // @ts-expect-error no such mode
  expect(() => convolve(a, a, { mode: "wrap" })).toThrow(
    "convolve: expected mode full, same or valid, got wrap",
  );
  expect(sum(signal.convolve(random([2, 0, 3], 1), random([0, 2], 1), { axes: [[2], [1]], dotAxes: [[1], [0]] }))).toBe(0); // prettier-ignore
});
