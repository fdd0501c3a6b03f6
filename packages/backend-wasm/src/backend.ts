/** The table of kernels, of one build of the module. */
import { reference } from "@ndgrad/kernels";
import type { Backend } from "@ndgrad/kernels";
import { binaryKernel } from "./binary.js";
import { matmulKernel } from "./matmul.js";
import { load } from "./module/load.js";
import { foldKernel } from "./reductions.js";
import { unaryKernel } from "./unary.js";

export function backend(bytes: string): Backend {
  const run = load(bytes);
  return {
    exp: unaryKernel(run.exp!, reference.exp, 16),
    tanh: unaryKernel(run.tanh!, reference.tanh, 16),
    add: binaryKernel(run.add!, reference.add, Infinity),
    mul: binaryKernel(run.mul!, reference.mul, Infinity),
    sum: foldKernel(run.sumRows!, run.sumColumns!, reference.sum),
    matmul: matmulKernel(run.gemm!),
  };
}
