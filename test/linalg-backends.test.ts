/** Linear algebra on matrices large enough for each backend to use its own factorizations. */
import * as linalg from "@ndgrad/tensor-vjp/linalg";
import { arange, array, grad, matmul, mul, reshape, sin, square, sub, sum, toArray, trace, transpose, withBackend } from "@ndgrad/tensor-vjp"; // prettier-ignore
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { onEachBackend } from "./backends.js";

const N = 48;
// sin k would have rank 2.
const numbers = (count: number): Tensor => sin(square(arange(0, count)));
const a = reshape(numbers(N * N), [N, N]) as Nd;
const eye = linalg.matrixPower(a, 0);
const spd = (x: Tensor): Tensor => matmul(x, transpose(x));
const shifted = spd(a) as Nd;
for (let i = 0; i < N; i++) shifted.set(i, i, shifted.get(i, i) + 1);
const tall = reshape(numbers(60 * N), [60, N]) as Nd;

const largest = (x: Tensor): number => Math.max(...(toArray(x) as number[][]).flat().map(Math.abs));
const expectZero = (x: Tensor): void => expect(largest(x)).toBeLessThan(1e-10);

onEachBackend((check) => {
  check("an inverse, a solution and least squares solve their equations", () => {
    expectZero(sub(matmul(linalg.inv(shifted), shifted), eye));
    expectZero(sub(matmul(shifted, linalg.solve(shifted, a)), a));
    const x = linalg.lstsq(tall, matmul(tall, a));
    expectZero(sub(x, a));
  });

  check("factors give the matrix back", () => {
    const l = linalg.cholesky(shifted);
    expectZero(sub(matmul(l, transpose(l)), shifted));
    const [q, r] = linalg.qr(tall);
    expectZero(sub(matmul(q, r), tall));
    const [w, v] = linalg.eigh(shifted) as [Nd, Nd];
    expectZero(sub(matmul(shifted, v), mul(v, w)));
    const [u, s, vt] = linalg.svd(tall, { fullMatrices: false }) as [Nd, Nd, Nd];
    expectZero(sub(matmul(mul(u, s), vt), tall));
  });

  check("an infinite entry gives the same determinant everywhere", () => {
    const infinite = Array.from({ length: 30 }, (_, k) => {
      const x = toArray(shifted) as number[][];
      x[(7 * k) % N]![(11 * k) % N] = k % 2 === 0 ? Infinity : -Infinity;
      x[(5 * k + 1) % N]![(13 * k) % N] = Infinity;
      return array(x);
    });
    expect(infinite.map((x) => linalg.det(x))).toEqual(
      withBackend({}, () => infinite.map((x) => linalg.det(x))),
    );
  });

  check("log |det| is the sum of the logarithms of the eigenvalues, and its slope is the inverse", () => {
    const [sign, logdet] = linalg.slogdet(shifted) as [number, number];
    const values = toArray(linalg.eigvalsh(shifted)) as number[];
    expect(sign).toBe(1);
    expect(logdet).toBeCloseTo(
      values.reduce((total, w) => total + Math.log(w), 0),
      9,
    );
    const slope = grad((x: Tensor) => linalg.slogdet(x)[1] as number)(shifted) as Nd;
    expectZero(sub(slope, transpose(linalg.inv(shifted))));
  });

  check("the largest entry of a complex eigenvector is real and positive, as eig promises", () => {
    const [w, v] = linalg.eig(a);
    const [re, im] = [toArray(v.re), toArray(v.im)] as [number[][], number[][]];
    for (const [j, wi] of (toArray(w.im) as number[]).entries()) {
      if (wi === 0) continue;
      const sizes = re.map((row, i) => Math.hypot(row[j]!, im[i]![j]!));
      const largest = sizes.indexOf(Math.max(...sizes));
      expect(re[largest]![j]).toBeGreaterThan(0);
      expect(Math.abs(im[largest]![j]!)).toBeLessThan(1e-14);
    }
  });

  check("the trace is the sum of the eigenvalues, also where they are complex", () => {
    const values = linalg.eigvals(a);
    expect(sum(values.re)).toBeCloseTo(trace(a) as number, 9);
    // The sum of the squared singular values is the trace of a·aᵀ, with gradient 2·a.
    expectZero(sub(grad((x: Tensor) => sum(mul(linalg.svdvals(x), linalg.svdvals(x))))(a) as Nd, mul(2, a)));
    expectZero(sub(grad((x: Tensor) => trace(spd(x)) as number)(a) as Nd, mul(2, a)));
  });
});
