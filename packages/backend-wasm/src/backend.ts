/** The kernels of one build of the module: one for each entry of the table whose name the module exports. */
import {
  binary,
  compare,
  folds,
  isArithmetic,
  normalizations,
  reductions,
  reference,
  scans,
  searches,
  slopes,
  unary,
} from "@ndgrad/kernels";
import type { Backend, Kernels, NdF64, Unary } from "@ndgrad/kernels";
import { binaryKernel } from "./binary.js";
import { gatherKernel, scatterKernel } from "./blocks.js";
import { copy } from "./copy.js";
import { searchKernel } from "./extremes.js";
import { compareKernel, whereKernel } from "./masks.js";
import { matmulKernel } from "./matmul.js";
import { exported } from "./module/load.js";
import type { Exports, Run } from "./module/load.js";
import { foldKernel } from "./reductions.js";
import { scanKernel } from "./scans.js";
import { rowReductionKernel, normalizationKernel } from "./softmax.js";
import { argsortKernel, sortKernel } from "./sorting.js";
import { slopeKernel, unaryKernel } from "./unary.js";

/** From this many entries on, copying operands in and out pays. For kernels of a few instructions it never does. */
const stagingThreshold = (name: keyof typeof unary | keyof typeof binary) =>
  isArithmetic(name) ? Infinity : 32;

export function backend(exports: Exports): Backend {
  const run = (name: string) => exported(exports, name);
  const elementwise = {
    ...present(unary, exports, (name, f) => unaryKernel(f, reference[name], stagingThreshold(name))),
    ...present(binary, exports, (name, f) => binaryKernel(f, reference[name], stagingThreshold(name))),
    ...present(compare, exports, (name, f) => compareKernel(f, reference[name])),
  };
  return {
    ...elementwise,
    ...slopeKernels(exports, { ...reference, ...elementwise }),
    where: whereKernel(run("where"), reference.where),
    ...present(folds, exports, (name, f) => foldKernel(f, run(`${name}Columns`), reference[name])),
    ...present(reductions, exports, (name, f) => rowReductionKernel(f, reference[name])),
    ...present(searches, exports, (name, f) => searchKernel(f, reference[name])),
    ...present(scans, exports, (name, f) => scanKernel(f, reference[name])),
    ...present(normalizations, exports, (name, f) => normalizationKernel(f, reference[name])),
    matmul: matmulKernel(run("gemm"), run("gemv"), reference.matmul),
    copy,
    gather: gatherKernel(run("gather"), reference.gather),
    scatter: scatterKernel(run("scatter"), reference.scatter),
    scatterAdd: scatterKernel(run("scatterAdd"), reference.scatterAdd),
    sort: sortKernel(run("sort"), reference.sort),
    argsort: argsortKernel(run("argsort"), reference.argsort),
  };
}

/** A kernel for each entry of the group that the module exports. */
function present<K extends string, V>(
  group: Readonly<Record<K, unknown>>,
  exports: Exports,
  kernel: (name: K, run: Run) => V,
): Partial<Record<K, V>> {
  const out: Partial<Record<K, V>> = {};
  for (const name in group) {
    const run = exports[name];
    if (run !== undefined) out[name] = kernel(name, run);
  }
  return out;
}

/** The kernels with an `andSlope`. */
function slopeKernels(exports: Exports, kernels: Kernels): Partial<Record<keyof typeof slopes, Unary>> {
  return present(slopes, stripSuffix(exports, "AndSlope"), (name, run) => {
    const kernel = kernels[name];
    const part = slopes[name];
    const oneByOne = (out: NdF64, slope: NdF64, x: NdF64) => {
      kernel(out, x);
      if (part === "sigmoid") kernels[part](slope, x);
      else kernels[part](slope, out, x);
    };
    // A new function, so that the kernel itself is not changed.
    return Object.assign((out: NdF64, x: NdF64) => kernel(out, x), {
      andSlope: slopeKernel(run, oneByOne),
    });
  });
}

/** The exports whose names end in `suffix`, keyed by the name without it. */
function stripSuffix(exports: Exports, suffix: string): Exports {
  const found = Object.entries(exports).filter(([name]) => name.endsWith(suffix));
  return Object.fromEntries(found.map(([name, run]) => [name.slice(0, -suffix.length), run]));
}
