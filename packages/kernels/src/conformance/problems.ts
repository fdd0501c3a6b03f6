/** The problems for each kernel, except factorizations. Does not compile if a kernel has none. */
import type { Factorizations, Kernels } from "../kernels.js";
import type { NdF64, NdU8, Operand, Reduction, Search, Unary } from "../signatures.js";
import { binary, cancels, compare, slopes, ulpsOf, unary } from "../table/elementwise.js";
import { reductions, searches } from "../table/arrays.js";
import { folds } from "../table/folds.js";
import { mapTable } from "../table/map-table.js";
import { andSlopeProblems, elementwiseProblems } from "./elementwise-problems.js";
import { matmulProblems } from "./matmul-problems.js";
import { gatherProblems, scatterProblems } from "./move-problems.js";
import { f64, i32, operand, u8 } from "./problem.js";
import type { Problem } from "./problem.js";
import { reductionProblems, searchProblems } from "./reduction-problems.js";
import {
  argsortProblems,
  cumprodProblems,
  cumsumProblems,
  logSoftmaxProblems,
  softmaxProblems,
  sortProblems,
} from "./row-problems.js";

type ArrayKernels = Omit<Kernels, keyof Factorizations>;

export type ProblemsOf = {
  readonly [K in keyof ArrayKernels]: (kernel: ArrayKernels[K]) => Iterable<Problem>;
};

export const problemsOf: ProblemsOf = {
  ...mapTable(
    unary,
    (name, scalar) =>
      function* (kernel: Unary) {
        const meaning = { out: "f64", inputs: [array], scalar, ulps: ulpsOf(name) } as const;
        yield* elementwiseProblems(meaning, (out, [x]) => kernel(f64(out), f64(x)));
        if (kernel.andSlope !== undefined && name in slopes)
          yield* andSlopeProblems(meaning, slopeOf(name as keyof typeof slopes), kernel.andSlope);
      },
  ),
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
  ...mapTable(
    { ...folds, ...reductions },
    (name) => (kernel: Reduction) => reductionProblems(name, onF64(kernel)),
  ),
  ...mapTable(
    searches,
    (name) => (kernel: Search) => searchProblems(name, (out, [x]) => kernel(i32(out), f64(x))),
  ),
  softmax: (kernel) => softmaxProblems(onF64(kernel)),
  logSoftmax: (kernel) => logSoftmaxProblems(onF64(kernel)),
  cumsum: (kernel) => cumsumProblems(onF64(kernel)),
  cumprod: (kernel) => cumprodProblems(onF64(kernel)),
  matmul: (kernel) => matmulProblems((out, [a, b]) => kernel(f64(out), f64(a), f64(b))),
  gather: gatherProblems,
  scatter: (kernel) => scatterProblems(kernel, (_before, x) => x),
  scatterAdd: (kernel) => scatterProblems(kernel, (before, x) => before + x),
  sort: (kernel) => sortProblems(onF64(kernel)),
  argsort: (kernel) => argsortProblems((out, [x]) => kernel(i32(out), f64(x))),
};

/** The slope that `andSlope` of this kernel must give at x. */
function slopeOf(name: keyof typeof slopes): (x: number) => number {
  const slope = slopes[name];
  return slope === "sigmoid" ? unary[slope] : (x) => binary[slope](unary[name](x), x);
}

const array = { kind: "f64", mayBeNumber: false } as const;
const arrayOrNumber = { kind: "f64", mayBeNumber: true } as const;
const mask = { kind: "u8", mayBeNumber: false } as const;

function onF64(kernel: (out: NdF64, x: NdF64) => void): Problem["call"] {
  return (out, [x]) => kernel(f64(out), f64(x));
}
