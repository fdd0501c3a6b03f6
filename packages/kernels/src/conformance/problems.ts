/** The problems of each kernel of arrays. A kernel that has none does not compile. */
import type { Factorizations, Kernels, NdF64, NdU8, Operand } from "../kernels.js";
import { mapTable } from "../reference/table.js";
import { binary, compare, unary, withSlope } from "../scalar.js";
import { axpyProblems, elementwiseProblems, withSlopeProblems } from "./elementwise-problems.js";
import { matmulProblems } from "./matmul-problems.js";
import { gatherProblems, scatterProblems } from "./move-problems.js";
import { f64, i32, operand, u8 } from "./problem.js";
import type { Problem } from "./problem.js";
import {
  extremePlaceProblems,
  extremeProblems,
  logsumexpProblems,
  prodProblems,
  sumProblems,
} from "./reduction-problems.js";
import {
  argsortProblems,
  cumprodProblems,
  cumsumProblems,
  logSoftmaxProblems,
  softmaxProblems,
  sortProblems,
} from "./row-problems.js";
import { cancels, ulpsOf } from "./tolerance.js";

type ArrayKernels = Omit<Kernels, keyof Factorizations>;

export type ProblemsOf = {
  readonly [K in keyof ArrayKernels]: (kernel: ArrayKernels[K]) => Iterable<Problem>;
};

export const problemsOf: ProblemsOf = {
  ...mapTable(unary, (name, scalar) => (kernel: (out: NdF64, x: NdF64) => void) => {
    const call: Problem["call"] = (out, [x]) => kernel(f64(out), f64(x));
    return elementwiseProblems({ out: "f64", inputs: [array], scalar, ulps: ulpsOf(name) }, call);
  }),
  ...mapTable(binary, (name, scalar) => (kernel: (out: NdF64, x: Operand, y: Operand) => void) => {
    const call: Problem["call"] = (out, [x, y]) => kernel(f64(out), operand(x), operand(y));
    const meaning = { out: "f64", inputs: [arrayOrNumber, arrayOrNumber], scalar, ulps: ulpsOf(name), larger: cancels[name] } as const; // prettier-ignore
    return elementwiseProblems(meaning, call);
  }),
  ...mapTable(compare, (name, holds) => (kernel: (out: NdU8, x: Operand, y: Operand) => void) => {
    const call: Problem["call"] = (out, [x, y]) => kernel(u8(out), operand(x), operand(y));
    const scalar = (x: number, y: number) => Number(holds(x, y));
    return elementwiseProblems(
      { out: "u8", inputs: [arrayOrNumber, arrayOrNumber], scalar, ulps: ulpsOf(name) },
      call,
    );
  }),
  ...mapTable(withSlope, (name, [value, slope]) => (kernel: (out: NdF64, x: NdF64) => void) => {
    const of = unary[value];
    const slopeAt = slope === "sigmoid" ? unary[slope] : (x: number) => binary[slope](of(x), x);
    return withSlopeProblems(of, slopeAt, ulpsOf(name), (out, [x]) => kernel(f64(out), f64(x)));
  }),
  where(kernel) {
    const call: Problem["call"] = (out, [c, x, y]) => kernel(f64(out), u8(c), operand(x), operand(y));
    const scalar = (c: number, x: number, y: number) => (c !== 0 ? x : y);
    return elementwiseProblems(
      { out: "f64", inputs: [mask, arrayOrNumber, arrayOrNumber], scalar, ulps: 0 },
      call,
    );
  },
  copy: (kernel) =>
    elementwiseProblems(
      { out: "f64", inputs: [arrayOrNumber], scalar: (x: number) => x, ulps: 0 },
      (out, [x]) => kernel(f64(out), operand(x)),
    ),
  sum: (kernel) => sumProblems(onF64(kernel)),
  prod: (kernel) => prodProblems(onF64(kernel)),
  logsumexp: (kernel) => logsumexpProblems(onF64(kernel)),
  softmax: (kernel) => softmaxProblems(onF64(kernel)),
  logSoftmax: (kernel) => logSoftmaxProblems(onF64(kernel)),
  max: (kernel) => extremeProblems(onF64(kernel), (x, y) => x > y),
  min: (kernel) => extremeProblems(onF64(kernel), (x, y) => x < y),
  argmax: (kernel) =>
    extremePlaceProblems(
      (out, [x]) => kernel(i32(out), f64(x)),
      (x, y) => x > y,
    ),
  argmin: (kernel) =>
    extremePlaceProblems(
      (out, [x]) => kernel(i32(out), f64(x)),
      (x, y) => x < y,
    ),
  cumsum: (kernel) => cumsumProblems(onF64(kernel)),
  cumprod: (kernel) => cumprodProblems(onF64(kernel)),
  matmul: (kernel) => matmulProblems((out, [a, b]) => kernel(f64(out), f64(a), f64(b))),
  axpy: axpyProblems,
  gather: gatherProblems,
  scatter: (kernel) => scatterProblems(kernel, (_before, x) => x),
  scatterAdd: (kernel) => scatterProblems(kernel, (before, x) => before + x),
  sort: (kernel) => sortProblems(onF64(kernel)),
  argsort: (kernel) => argsortProblems((out, [x]) => kernel(i32(out), f64(x))),
};

const array = { kind: "f64", mayBeNumber: false } as const;
const arrayOrNumber = { kind: "f64", mayBeNumber: true } as const;
const mask = { kind: "u8", mayBeNumber: false } as const;

function onF64(kernel: (out: NdF64, x: NdF64) => void): Problem["call"] {
  return (out, [x]) => kernel(f64(out), f64(x));
}
