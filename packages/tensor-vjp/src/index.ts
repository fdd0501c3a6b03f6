/** Differentiable tensors over ndarray and Float64Array. */
export { getValue, graphDot, graphText, registerTreeClass } from "@ndgrad/core";
export type { Graph, GraphNode } from "@ndgrad/core";
export { setBackend, withBackend } from "@ndgrad/kernels";
export { place, toBackend } from "./to-backend.js";
export { add, div, mul, neg, reciprocal, square, sub } from "./primitives/elementwise/arithmetic.js";
export { average, ptp } from "./ops/reduce/average.js";
export type { AverageOptions } from "./ops/reduce/average.js";
export { corrcoef, cov } from "./ops/reduce/covariance.js";
export type { CovOptions } from "./ops/reduce/covariance.js";
export { floorDivide } from "./primitives/elementwise/floor-divide.js";
export { nanmax, nanmean, nanmin, nanprod, nanstd, nansum, nanvar } from "./ops/reduce/nan-reductions.js";
export { median, percentile, quantile } from "./ops/reduce/quantile.js";
export { deg2rad, positive, rad2deg } from "./ops/elementwise/units.js";
export { broadcastTo } from "./primitives/shape/broadcast.js";
export { matmul } from "./ops/products/matmul.js";
export { reshape } from "./ops/shape/reshape.js";
export { atleast1d, atleast2d, atleast3d, expandDims, ravel, squeeze } from "./ops/shape/dimensions.js";
export { moveaxis, rollaxis, swapaxes, transpose } from "./ops/shape/transpose.js";
export { append, columnStack, concatenate, dstack, hstack, stack, vstack } from "./ops/shape/join.js";
export { arraySplit, dsplit, hsplit, split, vsplit } from "./ops/shape/split.js";
export { flip, fliplr, flipud, rot90 } from "./ops/shape/flip.js";
export { roll } from "./ops/shape/roll.js";
export { array, toArray } from "./ops/create/array.js";
export type { ArraySource, Nested } from "./ops/create/array.js";
export { eye, full, ones, onesLike, zeros, zerosLike } from "./ops/create/create.js";
export { oneHot } from "./ops/create/one-hot.js";
export { arange, linspace } from "./ops/create/spaced.js";
export { tile } from "./ops/shape/tile.js";
export { repeat } from "./ops/shape/repeat.js";
export { diag, diagflat, diagonal, makeDiagonal, trace } from "./ops/shape/diagonal.js";
export { blockDiag } from "./ops/shape/block-diag.js";
export { diff, ediff1d } from "./ops/sampled/diff.js";
export { gradient } from "./ops/sampled/gradient.js";
export type { GradientOptions, Spacing } from "./ops/sampled/gradient.js";
export { broadcastArrays, meshgrid } from "./ops/shape/grid.js";
export { deleteAt, insert } from "./ops/shape/insert.js";
export { interp } from "./ops/sampled/interp.js";
export { polyval, vander } from "./ops/sampled/polynomial.js";
export { searchsorted } from "./ops/sampled/search.js";
export { select } from "./ops/elementwise/select.js";
export { trapezoid } from "./ops/sampled/trapezoid.js";
export { pad } from "./ops/shape/pad.js";
export { tril, triu } from "./ops/shape/triangle.js";
export { at } from "./ops/index/at.js";
export { ellipsis, newaxis, slice } from "./ops/index/expression.js";
export type { Index, IndexItem, Slice } from "./ops/index/expression.js";
export { compress, take, takeAlongAxis } from "./ops/index/take.js";
export { atAdd, atMax, atMin, atMul, atSet } from "./ops/index/update.js";
export { sum } from "./ops/reduce/sum.js";
export { mean, std, variance } from "./ops/reduce/mean.js";
export { max, min } from "./ops/reduce/max-min.js";
export { cumprod, prod } from "./ops/reduce/prod.js";
export { cummax, cummin, cumsum, logcumsumexp } from "./ops/reduce/cumulative.js";
export { logSoftmax, softmax } from "./ops/reduce/softmax.js";
export { logsumexp } from "./ops/reduce/logsumexp.js";
export { crossEntropy } from "./ops/nn/cross-entropy.js";
export { argmax, argmin, argsort } from "./ops/reduce/positions.js";
export { partition, sort } from "./ops/reduce/sort.js";
export { all, any, countNonzero } from "./ops/reduce/quantifiers.js";
export { abs, copysign, sign } from "./primitives/elementwise/absolute.js";
export { elu, gelu, leakyRelu, silu } from "./ops/nn/activations.js";
export { relu } from "./primitives/elementwise/relu.js";
export { clip } from "./ops/elementwise/clip.js";
export { nanToNum } from "./ops/elementwise/nan-to-num.js";
export { sinc } from "./primitives/elementwise/sinc.js";
export { logit } from "./primitives/special/entropy.js";
export {
  equal,
  greater,
  greaterEqual,
  less,
  lessEqual,
  notEqual,
} from "./primitives/elementwise/comparison.js";
export { einsum } from "./ops/products/einsum.js";
export { exp, exp2, expm1, log, log10, log1p, log2 } from "./primitives/elementwise/exponential.js";
export { fmax, fmin, maximum, minimum } from "./primitives/elementwise/larger-smaller.js";
export { acosh, asinh, atanh, cosh, sinh, tanh } from "./primitives/elementwise/hyperbolic.js";
export { logaddexp, logaddexp2 } from "./primitives/elementwise/logaddexp.js";
export { isfinite, isinf, isnan, logicalAnd, logicalNot, logicalOr } from "./primitives/elementwise/mask.js";
export { atan2, hypot } from "./primitives/elementwise/plane.js";
export { cbrt, pow, sqrt } from "./primitives/elementwise/power.js";
export { convolve } from "./ops/signal/convolve.js";
export type { ConvolveMode } from "./ops/signal/convolve-nd.js";
export { cross } from "./ops/products/cross.js";
export type { CrossOptions } from "./ops/products/cross.js";
export { kron } from "./ops/products/kron.js";
export { dot, inner, outer, tensordot, vdot, vecdot } from "./ops/products/vector-products.js";
export { fmod, mod } from "./primitives/elementwise/remainder.js";
export { ceil, floor, trunc } from "./primitives/elementwise/rounding.js";
export { round } from "./ops/elementwise/round.js";
export { sigmoid } from "./primitives/elementwise/sigmoid.js";
export { logSigmoid, softplus } from "./ops/elementwise/softplus.js";
export { acos, asin, atan, cos, sin, tan } from "./primitives/elementwise/trigonometric.js";
export { safeWhere } from "./ops/elementwise/safe-where.js";
export { where } from "./ops/elementwise/where.js";
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
