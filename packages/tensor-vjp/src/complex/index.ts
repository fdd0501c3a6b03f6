/** Complex arrays and their ops, named like those of real tensors, with gradients in either convention. */
export { add, div, mul, neg, reciprocal, square, sub } from "./arithmetic.js";
export { Complex, complex, conj, imag, real, toComplex } from "./complex.js";
export type { ComplexBinary, ComplexLike, ComplexUnary, PartOf } from "./complex.js";
export { exp, log, pow, sqrt } from "./exponential.js";
export { gradComplex, holomorphicGrad } from "./gradients.js";
export {
  at,
  broadcastTo,
  concatenate,
  expandDims,
  mean,
  moveaxis,
  ravel,
  reshape,
  squeeze,
  stack,
  sum,
  swapaxes,
  trace,
  transpose,
  where,
} from "./linear.js";
export { abs, angle, fromPolar } from "./polar.js";
export { dot, inner, matmul, outer, vdot } from "./products.js";
export { cos, cosh, sin, sinh, tan, tanh } from "./trigonometric.js";
