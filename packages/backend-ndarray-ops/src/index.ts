/** A backend of elementwise kernels that run the loops of scijs' ndarray-ops. */
import { mapTable, reference } from "@ndgrad/kernels";
import type { Backend } from "@ndgrad/kernels";
import { copyKernel, pairKernel, unaryKernel } from "./kernels.js";
import { binaryLoops, compareLoops, unaryLoops } from "./loops.js";

export const ndarrayOps: Backend = {
  ...mapTable(unaryLoops, (name, loops) => unaryKernel(loops, reference[name])),
  ...mapTable(binaryLoops, (name, loops) => pairKernel(loops, reference[name])),
  ...mapTable(compareLoops, (name, loops) => pairKernel(loops, reference[name])),
  copy: copyKernel(reference.copy),
};
