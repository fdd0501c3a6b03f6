/** Differentiable tensors over ndarray and Float64Array. */
export { getValue, graphDot, graphText, registerTreeClass } from "@ndgrad/core";
export type { Graph, GraphNode } from "@ndgrad/core";
export { setBackend, withBackend } from "@ndgrad/kernels";
export { add, div, mul, neg, reciprocal, square, sub } from "./ops/arithmetic.js";
export { broadcastTo } from "./ops/broadcasting.js";
export { matmul } from "./ops/matmul.js";
export { reshape } from "./ops/reshape.js";
export { atleast1d, atleast2d, atleast3d, expandDims, ravel, squeeze } from "./ops/dimensions.js";
export { moveaxis, rollaxis, swapaxes, transpose } from "./ops/transpose.js";
export { append, columnStack, concatenate, dstack, hstack, stack, vstack } from "./ops/join.js";
export { arraySplit, dsplit, hsplit, split, vsplit } from "./ops/split.js";
export { flip, fliplr, flipud, rot90 } from "./ops/flip.js";
export { roll } from "./ops/roll.js";
export { array, toArray } from "./ops/array.js";
export type { ArraySource, Nested } from "./ops/array.js";
export { eye, full, ones, onesLike, zeros, zerosLike } from "./ops/create.js";
export { oneHot } from "./ops/one-hot.js";
export { arange, linspace } from "./ops/spaced.js";
export { tile } from "./ops/tile.js";
export { repeat } from "./ops/repeat.js";
export { diag, diagflat, diagonal, makeDiagonal, trace } from "./ops/diagonal.js";
export { blockDiag } from "./ops/block-diag.js";
export { diff, ediff1d } from "./ops/diff.js";
export { gradient } from "./ops/gradient.js";
export type { GradientOptions, Spacing } from "./ops/gradient.js";
export { broadcastArrays, meshgrid } from "./ops/grid.js";
export { deleteAt, insert } from "./ops/insert.js";
export { interp } from "./ops/interp.js";
export { polyval, vander } from "./ops/polynomial.js";
export { searchsorted } from "./ops/search.js";
export { select } from "./ops/select.js";
export { trapezoid } from "./ops/trapezoid.js";
export { pad } from "./ops/pad.js";
export { tril, triu } from "./ops/triangle.js";
export { at } from "./ops/indexing/at.js";
export { ellipsis, newaxis, slice } from "./ops/indexing/expression.js";
export type { Index, IndexItem, Slice } from "./ops/indexing/expression.js";
export { compress, take, takeAlongAxis } from "./ops/indexing/take.js";
export { atAdd, atMax, atMin, atMul, atSet } from "./ops/indexing/update.js";
export { sum } from "./ops/sum.js";
export { mean, std, variance } from "./ops/mean.js";
export { max, min } from "./ops/extremes.js";
export { cumprod, prod } from "./ops/prod.js";
export { cummax, cummin, cumsum, logcumsumexp } from "./ops/cumulative.js";
export { logSoftmax, logsumexp, softmax } from "./ops/logsumexp.js";
export { crossEntropy } from "./ops/cross-entropy.js";
export { argmax, argmin, argsort } from "./ops/positions.js";
export { partition, sort } from "./ops/sort.js";
export { all, any, countNonzero } from "./ops/quantifiers.js";
export { abs, copysign, sign } from "./ops/absolute.js";
export { elu, gelu, leakyRelu, relu, silu } from "./ops/activations.js";
export { clip } from "./ops/clip.js";
export { nanToNum } from "./ops/nan-to-num.js";
export { sinc } from "./ops/sinc.js";
export { logit } from "./ops/special/entropy.js";
export { equal, greater, greaterEqual, less, lessEqual, notEqual } from "./ops/comparison.js";
export { einsum } from "./ops/einsum.js";
export { exp, exp2, expm1, log, log10, log1p, log2 } from "./ops/exponential.js";
export { fmax, fmin, maximum, minimum } from "./ops/extrema.js";
export { acosh, asinh, atanh, cosh, sinh, tanh } from "./ops/hyperbolic.js";
export { logaddexp, logaddexp2 } from "./ops/logaddexp.js";
export { isfinite, isinf, isnan, logicalAnd, logicalNot, logicalOr } from "./ops/mask.js";
export { atan2, hypot } from "./ops/planar.js";
export { cbrt, pow, sqrt } from "./ops/power.js";
export { dot, inner, outer, tensordot, vdot } from "./ops/products.js";
export { fmod, mod } from "./ops/remainder.js";
export { ceil, floor, round, trunc } from "./ops/rounding.js";
export { logSigmoid, sigmoid, softplus } from "./ops/sigmoid.js";
export { acos, asin, atan, cos, deg2rad, rad2deg, sin, tan } from "./ops/trigonometric.js";
export { safeWhere } from "./ops/safe-where.js";
export { where } from "./ops/where.js";
export { ArgumentError, AxisError, IndexError, LinalgError, ShapeError, ValueError } from "./errors.js";
export type { Indices, Mask, Nd, Shape, Tensor } from "./tensor.js";
export { tensorSpace } from "./space.js";
export * from "./transforms.js";
export {
  hessian,
  hessianTensorProduct,
  jacobian,
  jacobianForward,
  jacobianReverse,
  tensorJacobianProduct,
} from "./jacobian.js";
export { odeint } from "./ode/odeint.js";
export type { OdeOptions, OverTime } from "./ode/odeint.js";
export { vmap } from "./vmap.js";
export type { VmapOptions } from "./vmap.js";
export * as random from "./random/index.js";
