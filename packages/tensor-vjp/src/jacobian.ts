/** Jacobians and Hessians, laid out as [...shape of f(x), ...shape of x]. */
import { tensordot } from "./ops/products/vector-products.js";
import { reshape } from "./ops/shape/reshape.js";
import { moveaxis } from "./ops/shape/transpose.js";
import { empty, shapeOf, sizeOf } from "./tensor.js";
import type { Nd, Shape, Tensor } from "./tensor.js";
import { grad, linearize, scoped, vjp } from "./transforms.js";
import { vmap } from "./vmap.js";

type Fn = (x: Tensor) => Tensor;

/**
 * The Jacobian of `f` at `x`: by one batched reverse walk over the entries of the result, or one batched forward walk over
 * those of the argument, whichever are fewer. Shapes: x [...n], f(x) [...m] → [...m, ...n]. Differentiable.
 *
 * @example
 * jacobian((x) => mul(x, x))(array([1, 2])); // [[2, 0], [0, 4]]
 */
export function jacobian(f: Fn): (x: Tensor) => Tensor {
  return scoped((x: Tensor) => {
    const [y, pull] = vjp(f, x);
    return sizeOf(shapeOf(y)) <= sizeOf(shapeOf(x)) ? byRows(y, x, pull) : byColumns(f, x);
  });
}

/** The Jacobian by reverse mode: one walk with the standard basis of the result as a batch of cotangents. */
export function jacobianReverse(f: Fn): (x: Tensor) => Tensor {
  return scoped((x: Tensor) => {
    const [y, pull] = vjp(f, x);
    return byRows(y, x, pull);
  });
}

/** The Jacobian by forward mode: one walk of a recorded run with the standard basis of the argument as a batch of tangents. */
export function jacobianForward(f: Fn): (x: Tensor) => Tensor {
  return scoped((x: Tensor) => byColumns(f, x));
}

function byRows(y: Tensor, x: Tensor, pull: (g: Tensor) => [Tensor]): Tensor {
  const [of, by] = [shapeOf(y), shapeOf(x)];
  if (of.length === 0) return pull(1)[0];
  const rows = vmap((g: Tensor) => pull(g)[0])(basis(of)) as Tensor;
  return of.length === 1 ? rows : reshape(rows, [...of, ...by]);
}

function byColumns(f: Fn, x: Tensor): Tensor {
  const [y, push] = linearize(f, x);
  const [of, by] = [shapeOf(y), shapeOf(x)];
  if (by.length === 0) return push(1);
  const columns = moveaxis(vmap(push)(basis(by)), 0, -1);
  return by.length === 1 ? columns : reshape(columns, [...of, ...by]);
}

/** The standard basis of arrays of `shape`, as one array [size, ...shape]. */
function basis(shape: Shape): Nd {
  const n = sizeOf(shape);
  const out = empty([n, ...shape]);
  for (let i = 0; i < n; i++) out.data[i * n + i] = 1;
  return out;
}

/**
 * The Hessian of a loss `f` at `x`, forward over reverse. Shapes: x [...n] → [...n, ...n].
 *
 * @example
 * hessian((x) => sum(mul(x, mul(x, x))))(array([1, 2])); // [[6, 0], [0, 12]]
 */
export function hessian(f: (x: Tensor) => number): (x: Tensor) => Tensor {
  return jacobianForward(grad(f));
}

/**
 * The Hessian of a loss `f` at `x` times a tensor `v`, summed over all axes of `v`, which are the last axes of `x`.
 * Shapes: x [...m, ...n], v [...n] → [...m, ...m, ...n]. If v has the shape of x, this is `hvp`.
 */
export function hessianTensorProduct(f: (x: Tensor) => number): (x: Tensor, v: Tensor) => Tensor {
  return (x, v) => jacobian((y) => tensordot(grad(f)(y), v, { axes: shapeOf(v).length }))(x);
}

/**
 * A tensor `v` times the Jacobian of `f` at `x`, summed over all axes of `v`, which are the first axes of f(x).
 * Shapes: f(x) [...n, ...m], v [...n] → [...m, ...shape of x]. If v has the shape of f(x), this is one reverse walk.
 */
export function tensorJacobianProduct(f: Fn): (x: Tensor, v: Tensor) => Tensor {
  return (x, v) => jacobian((y) => tensordot(v, f(y), { axes: shapeOf(v).length }))(x);
}
