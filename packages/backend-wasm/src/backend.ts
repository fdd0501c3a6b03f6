/** The table of kernels, of one build of the module. */
import { inParts, reference } from "@ndgrad/kernels";
import type { Backend, BinaryName, CompareName, UnaryName, WithSlopeName } from "@ndgrad/kernels";
import { axpy } from "./axpy.js";
import { binaryKernel } from "./binary.js";
import { gatherKernel, scatterKernel } from "./blocks.js";
import { copy } from "./copy.js";
import { findKernel } from "./extremes.js";
import { compareKernel, whereKernel } from "./masks.js";
import { matmulKernel } from "./matmul.js";
import { exported } from "./module/load.js";
import type { Exports } from "./module/load.js";
import { foldKernel } from "./reductions.js";
import { scanKernel } from "./scans.js";
import { ofRowsKernel, rowsKernel } from "./softmax.js";
import { argsortKernel, sortKernel } from "./sorting.js";
import { unaryKernel } from "./unary.js";
import { withSlopeKernel } from "./with-slope.js";

/** Functions that cost so little that arrays are copied to them only when they are long. */
const cheapUnary = ["neg", "abs", "square", "sqrt", "reciprocal", "relu", "sign", "floor", "ceil", "trunc", "round"] as const satisfies readonly UnaryName[]; // prettier-ignore
const costlyUnary = ["exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "sinh", "cosh", "tanh", "cbrt", "asinh", "acosh", "atanh", "sigmoid", "softplus", "erf"] as const satisfies readonly UnaryName[]; // prettier-ignore
const cheapBinary = ["add", "sub", "mul", "doubleMul", "wherePositive", "div", "maximum", "minimum", "maximumShare", "minimumShare", "fmax", "fmin", "fmaxShare", "fminShare", "copysign"] as const satisfies readonly BinaryName[]; // prettier-ignore
const costlyBinary = [
  "pow",
  "tanhSlope",
  "sigmoidSlope",
  "hypot",
  "mod",
  "fmod",
  "logaddexp",
  "logaddexp2",
] as const satisfies readonly BinaryName[];
const withSlopes = ["tanhAndSlope", "sigmoidAndSlope", "softplusAndSlope"] as const satisfies readonly WithSlopeName[]; // prettier-ignore
const comparisons = ["equal", "notEqual", "greater", "greaterEqual", "less", "lessEqual"] as const satisfies readonly CompareName[]; // prettier-ignore
const folds = ["sum", "prod", "max", "min"] as const;

/** So many entries pay for copies there and back. */
const CHEAP = Infinity;
const COSTLY = 32;

export function backend(exports: Exports): Backend {
  const run = (name: string) => exported(exports, name);
  const elementwise = {
    ...table(cheapUnary, (name) => unaryKernel(run(name), reference[name], CHEAP)),
    ...table(costlyUnary, (name) => unaryKernel(run(name), reference[name], COSTLY)),
    ...table(cheapBinary, (name) => binaryKernel(run(name), reference[name], CHEAP)),
    ...table(costlyBinary, (name) => binaryKernel(run(name), reference[name], COSTLY)),
  };
  return {
    ...elementwise,
    ...table(withSlopes, (name) =>
      withSlopeKernel(run(name), inParts(name, { ...reference, ...elementwise })),
    ),
    ...table(comparisons, (name) => compareKernel(run(name), reference[name])),
    where: whereKernel(run("where"), reference.where),
    ...table(folds, (name) => foldKernel(run(`${name}Rows`), run(`${name}Columns`), reference[name])),
    logsumexp: ofRowsKernel(run("logsumexp"), reference.logsumexp),
    softmax: rowsKernel(run("softmax"), reference.softmax),
    logSoftmax: rowsKernel(run("logSoftmax"), reference.logSoftmax),
    argmax: findKernel(run("argmax"), reference.argmax),
    argmin: findKernel(run("argmin"), reference.argmin),
    cumsum: scanKernel(run("cumsum"), reference.cumsum),
    cumprod: scanKernel(run("cumprod"), reference.cumprod),
    matmul: matmulKernel(run("gemm"), run("gemv")),
    axpy,
    copy,
    gather: gatherKernel(run("gather"), reference.gather),
    scatter: scatterKernel(run("scatter"), reference.scatter),
    scatterAdd: scatterKernel(run("scatterAdd"), reference.scatterAdd),
    sort: sortKernel(run("sort")),
    argsort: argsortKernel(run("argsort")),
  };
}

function table<K extends string, V>(names: readonly K[], f: (name: K) => V): Record<K, V> {
  // Every key has been given a value.
  return Object.fromEntries(names.map((name) => [name, f(name)])) as Record<K, V>;
}
