/** Logistic regression by Newton's method with the exact Hessian: which tumours are benign? */
import { readFileSync } from "node:fs";
import { lu, luSolve } from "@ndgrad/numerics/linalg";
import {
  add, array, at, concatenate, div, dot, equal, greater, hessian, matmul, mean, mul, ones, random, slice, softplus, std, sub, valueAndGrad, where, zeros,
} from "@ndgrad/tensor-vjp"; // prettier-ignore
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { parseCsv } from "@ndgrad/train";

/** Keeps the weights finite even if the classes can be separated without error. */
const RIDGE = 1e-2;

const { values } = parseCsv(readFileSync(new URL("../data/breast_cancer.csv", import.meta.url), "utf8"));
const [rows, columns] = values.shape as [number, number];
const shuffled = random.permutation(random.key(3), values);
const measured = at(shuffled, [slice(), slice(0, columns - 1)]);
const standard = div(sub(measured, mean(measured, { axis: 0 })), std(measured, { axis: 0 }));
const x = concatenate([standard, ones([rows, 1])], { axis: 1 });
const y = at(shuffled, [slice(), columns - 1]);

const heldOut = Math.round(rows / 5);
const part = (from: number, to: number): { x: Tensor; y: Tensor } => ({
  x: at(x, slice(from, to)),
  y: at(y, slice(from, to)),
});
const [test, train] = [part(0, heldOut), part(heldOut, rows)];

/** Mean negative log likelihood: log(1 + e^s) − y·s for the score s, and a ridge. */
function loss(w: Tensor): number {
  const score = matmul(train.x, w);
  return add(mean(sub(softplus(score), mul(train.y, score))), mul(RIDGE / 2, dot(w, w) as number));
}

/** Solve H·step = g. */
function newtonStep(h: Nd, g: Nd): Nd {
  const n = g.shape[0]!;
  const [factors, order, step] = [new Float64Array(n * n), new Int32Array(n), new Float64Array(n)];
  lu(factors, order, h.data, n, n);
  luSolve(step, factors, order, g.data, n, 1);
  return array(step);
}

function accuracy(w: Tensor, on: { x: Tensor; y: Tensor }): number {
  const read = greater(matmul(on.x, w), 0);
  return mean(where(equal(where(read, 1, 0), on.y), 1, 0));
}

let w = zeros([columns]);
for (let step = 0; step < 20; step++) {
  const [value, gradient] = valueAndGrad(loss)(w);
  const slope = Math.sqrt(dot(gradient, gradient) as number);
  console.log(`step ${step}: loss ${value.toFixed(6)}, |gradient| ${slope.toExponential(1)}`);
  if (slope < 1e-12) break;
  w = sub(w, newtonStep(hessian(loss)(w) as Nd, gradient as Nd));
}
console.log(
  `accuracy: ${(100 * accuracy(w, train)).toFixed(1)} % of ${rows - heldOut} in training, ${(100 * accuracy(w, test)).toFixed(1)} % of ${heldOut} held out`,
);
