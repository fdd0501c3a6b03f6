import ndarray from "ndarray";
import type { NdF64 } from "@ndgrad/kernels";
import type { Blas } from "../src/bind-blas.js";
import { matmulBy } from "../src/matmul.js";
import { withBlas } from "./blas.js";

withBlas(({ matmul }) => {
  test.each([
    ["WebAssembly memory", () => new WebAssembly.Memory({ initial: 1 }).buffer],
    [
      "shared WebAssembly memory",
      () => new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true }).buffer,
    ],
    ["a SharedArrayBuffer", () => new SharedArrayBuffer(65536)],
  ])("views of %s are read and written in place", (_, make) => {
    const buffer = make();
    // Arrays on 8-byte boundaries that no vector instruction prefers, each with a sentinel behind it.
    const at = (first: number) => ndarray(new Float64Array(buffer, first * 8, 82), [9, 9]) as NdF64;
    const [a, b, out] = [at(3), at(101), at(205)];
    for (const x of [a, b, out]) x.data[81] = -7;
    for (let i = 0; i < 9; i++)
      for (let j = 0; j < 9; j++) {
        a.set(i, j, i + 10 * j);
        b.set(i, j, i === j ? 2 : 0);
      }
    matmul(out, a, b);
    for (let i = 0; i < 9; i++) for (let j = 0; j < 9; j++) expect(out.get(i, j)).toBe(2 * (i + 10 * j));
    expect([a, b, out].map((x) => x.data[81])).toEqual([-7, -7, -7]);
  });

  test.each([
    [1, 20],
    [20, 1],
    [1, 1],
  ])("zero times infinity is NaN in vectors too: %i by %i", (m, n) => {
    const k = 70;
    const a = ndarray(new Float64Array(m * k), [m, k]);
    const b = ndarray(new Float64Array(k * n).fill(1), [k, n]);
    for (let j = 0; j < n; j++) b.set(4, j, j % 2 === 0 ? Infinity : 1);
    const out = ndarray(new Float64Array(m * n), [m, n]);
    matmul(out, a, b);
    for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) expect(out.get(i, j)).toBe(j % 2 === 0 ? NaN : 0);
    b.data.fill(0);
    for (let i = 0; i < m; i++) a.set(i, 9, -Infinity);
    matmul(out, a, b);
    expect(new Set(out.data)).toEqual(new Set([NaN]));
  });

  test("a matrix of 1e6 rows by a vector gives row sums", () => {
    const rows = 1e6;
    const a = ndarray(
      Float64Array.from({ length: 2 * rows }, (_, i) => i >> 1),
      [rows, 2],
    );
    const out = ndarray(new Float64Array(rows), [rows, 1]);
    matmul(out, a, ndarray(Float64Array.of(1, 1), [2, 1]));
    expect([out.get(0, 0), out.get(1, 0), out.get(rows - 1, 0)]).toEqual([0, 2, 2 * (rows - 1)]);
  });
});

describe("the calls of BLAS:", () => {
  interface Call {
    readonly routine: keyof Blas;
    readonly data: readonly Float64Array[];
  }

  /** The calls that a product makes, and the memory that each is given. */
  function callsOf(out: NdF64, a: NdF64, b: NdF64): Call[] {
    const calls: Call[] = [];
    const note =
      (routine: keyof Blas) =>
      (...args: readonly (number | Float64Array)[]) => {
        calls.push({ routine, data: args.filter((x) => typeof x !== "number") });
        return 0;
      };
    const noted = { dgemm: note("dgemm"), dgemv: note("dgemv"), ddot: note("ddot"), dtrsm: note("dtrsm") };
    matmulBy(noted)(out, a, b);
    return calls;
  }

  const zeros = (...shape: number[]) =>
    ndarray(new Float64Array(shape.reduce((size, n) => size * n, 1)), shape);
  const buffersOf = (calls: readonly Call[]) =>
    new Set(calls.flatMap(({ data }) => data.map((x) => x.buffer)));

  test("transposed operands are not copied", () => {
    const arrays = [zeros(7, 5), zeros(5, 6).transpose(1, 0), zeros(7, 6).transpose(1, 0)] as const;
    const [c, a, b] = arrays;
    const out = c.transpose(1, 0);
    const calls = callsOf(zeros(6, 7), a, zeros(5, 7));
    expect(calls.map((call) => call.routine)).toEqual(["dgemm"]);
    const inputs = callsOf(out, zeros(7, 5).transpose(1, 0), b.transpose(1, 0));
    expect(inputs).toHaveLength(1);
    expect([...buffersOf(inputs)].includes(c.data.buffer)).toBe(true);
    expect([...buffersOf(inputs)].includes(b.data.buffer)).toBe(true);
    expect([...buffersOf(calls)].includes(a.data.buffer)).toBe(true);
  });

  test("a block of a larger matrix is not copied", () => {
    const whole = zeros(20, 20);
    const calls = callsOf(zeros(8, 9), whole.lo(3, 4).hi(8, 10), zeros(10, 9));
    expect([...buffersOf(calls)].includes(whole.data.buffer)).toBe(true);
  });

  test("every second column is copied, since BLAS has no stride for that", () => {
    const whole = zeros(10, 20);
    const calls = callsOf(zeros(10, 9), whole.step(1, 2), zeros(10, 9));
    expect(calls).toHaveLength(1);
    expect([...buffersOf(calls)].includes(whole.data.buffer)).toBe(false);
  });

  test("a batch multiplied by one matrix is one product with more rows", () => {
    const a = zeros(4, 5, 6);
    const shared = zeros(6, 7);
    const b = ndarray(shared.data, [4, 6, 7], [0, 7, 1]);
    expect(callsOf(zeros(4, 5, 7), a, b)).toHaveLength(1);
    expect(callsOf(zeros(4, 5, 7), a, zeros(4, 6, 7))).toHaveLength(4);
    expect(
      callsOf(zeros(2, 4, 5, 7), zeros(2, 4, 5, 6), ndarray(shared.data, [2, 4, 6, 7], [0, 0, 7, 1])),
    ).toHaveLength(1);
    expect(
      callsOf(
        zeros(2, 4, 5, 7),
        zeros(2, 4, 5, 6),
        ndarray(zeros(2, 6, 7).data, [2, 4, 6, 7], [42, 0, 7, 1]),
      ),
    ).toHaveLength(2);
  });

  test("vectors go to dgemv and ddot", () => {
    const routines = (m: number, k: number, n: number) =>
      callsOf(zeros(m, n), zeros(m, k), zeros(k, n)).map(({ routine }) => routine);
    expect(routines(20, 20, 1)).toEqual(["dgemv"]);
    expect(routines(1, 20, 20)).toEqual(["dgemv"]);
    expect(routines(1, 300, 1)).toEqual(["ddot"]);
    expect(routines(20, 1, 20)).toEqual(["dgemm"]);
  });

  test("a product too small for the call, or empty, does not reach BLAS", () => {
    expect(callsOf(zeros(2, 2), zeros(2, 2), zeros(2, 2))).toEqual([]);
    expect(callsOf(zeros(0, 20), zeros(0, 20), zeros(20, 20))).toEqual([]);
    const out = zeros(20, 20);
    out.data.fill(3);
    expect(callsOf(out, zeros(20, 0), zeros(0, 20))).toEqual([]);
    expect(new Set(out.data)).toEqual(new Set([0]));
  });
});
