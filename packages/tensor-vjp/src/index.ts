/** Differentiable tensors over ndarray and Float64Array. */
export { getValue, registerTreeClass } from "@ndgrad/core";
export { setBackend, withBackend } from "@ndgrad/kernels";
export { add, div, mul, neg, reciprocal, square, sub } from "./ops/arithmetic.js";
export { broadcastTo } from "./ops/broadcasting.js";
export { matmul } from "./ops/matmul.js";
export { reshape } from "./ops/reshape.js";
export { sum } from "./ops/sum.js";
export { tensorSpace } from "./space.js";
export * from "./transforms.js";
