/** What a numeric backend must be able to do, the backend in use, and the reference backend. */
export { createArena, ONE_AT_A_TIME } from "./arena.js";
export { kernelNamed, kernels, setBackend, withBackend } from "./backend.js";
export type {
  Backend,
  Elementwise,
  Factorizations,
  Kernels,
  Memory,
  Moves,
  NdF64,
  NdI32,
  NdU8,
  Normalizations,
  Operand,
  Parts,
  Products,
  Reductions,
  Scans,
  Sorting,
  Updates,
  WithSlopeKernel,
  WithSlopes,
} from "./kernels.js";
export { reference } from "./reference/index.js";
export { collapse, walk } from "./reference/layout.js";
export type { Layout } from "./reference/layout.js";
export { inParts } from "./reference/with-slope.js";
export { binary, compare, unary, withSlope } from "./scalar.js";
export type { BinaryName, CompareName, UnaryName, WithSlopeName } from "./scalar.js";
export { ArenaArray, rowMajorStride, sizeOf } from "./arena-array.js";
export type { Store } from "./arena-array.js";
export { isContiguous, rowMajor, rowMajorOf, view, viewOf } from "./view.js";
