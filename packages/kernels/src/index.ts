/** The interface of numeric backends, the backend in use, and the reference backend. */
export { createArena, ONE_AT_A_TIME } from "./arena.js";
export { kernelNamed, kernels, setBackend, withBackend } from "./backend.js";
export type { Backend, Factorizations, Kernels } from "./kernels.js";
export type { Memory } from "./memory.js";
export type * from "./signatures.js";
export { reference } from "./reference/index.js";
export { collapse, walk } from "./layout.js";
export type { Layout } from "./layout.js";
export { normalizations, reductions, scans, searches } from "./table/arrays.js";
export { binary, compare, isArithmetic, slopes, unary } from "./table/elementwise.js";
export type { BinaryName, CompareName, UnaryName } from "./table/elementwise.js";
export { folds } from "./table/folds.js";
export { mapTable } from "./table/map-table.js";
export { ArenaArray, rowMajorStride, sizeOf } from "./arena-array.js";
export type { Store } from "./arena-array.js";
export { blocksOverlap, bytesPerEntry, extent, isSameView, overlaps, unaliased } from "./overlap.js";
export { isContiguous, ndarray, rowMajor, rowMajorOf, view, stridedView } from "./view.js";
