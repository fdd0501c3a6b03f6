/** Jacobians and Hessians, laid out as [...shape of f(x), ...shape of x]. */
import { reshape } from "./ops/reshape.js";
import { stack } from "./ops/stack.js";
import { tensorSpace } from "./space.js";
import { empty, shapeOf, sizeOf } from "./tensor.js";
import type { Shape, Tensor } from "./tensor.js";
import { grad, linearize, vjp } from "./transforms.js";

type Fn = (x: Tensor) => Tensor;

/**
 * The Jacobian of `f` at `x`: by reverse walks, one per entry of the result, or by forward ones, one per entry of
 * the argument, whichever are fewer. Shapes: x [...n], f(x) [...m] → [...m, ...n]. Differentiable itself.
 */
export function jacobian(f: Fn): (x: Tensor) => Tensor {
  return (x) => {
    const [y, pull] = vjp(f, x);
    // A reverse walk costs about twice a forward one; the result is known only after a run, so forward runs again.
    if (sizeOf(shapeOf(y)) <= sizeOf(shapeOf(x))) return byRows(y, x, pull);
    return jacobianForward(f)(x);
  };
}

/** The Jacobian by one reverse walk per entry of the result. */
export function jacobianReverse(f: Fn): (x: Tensor) => Tensor {
  return (x) => {
    const [y, pull] = vjp(f, x);
    return byRows(y, x, pull);
  };
}

/** The Jacobian by one forward walk of a recorded run per entry of the argument. */
export function jacobianForward(f: Fn): (x: Tensor) => Tensor {
  return (x) => {
    const [y, push] = linearize(f, x);
    const columns = tensorSpace.basis(x).map((e) => reshape(push(e), [sizeOf(shapeOf(y))]));
    return shaped(columns, 1, shapeOf(y), shapeOf(x));
  };
}

function byRows(y: Tensor, x: Tensor, pull: (g: Tensor) => [Tensor]): Tensor {
  const rows = tensorSpace.basis(y).map((e) => reshape(pull(e)[0], [sizeOf(shapeOf(x))]));
  return shaped(rows, 0, shapeOf(y), shapeOf(x));
}

/** The list of rows (`axis` 0) or columns (`axis` 1) as one array; nothing to list leaves zeros of the right shape. */
function shaped(list: readonly Tensor[], axis: number, of: Shape, by: Shape): Tensor {
  const shape = [...of, ...by];
  return list.length === 0 ? empty(shape) : reshape(stack(list, { axis }), shape);
}

/** The Hessian of a loss `f` at `x`, forward over reverse. Shapes: x [...n] → [...n, ...n]. */
export function hessian(f: (x: Tensor) => number): (x: Tensor) => Tensor {
  return jacobianForward(grad(f));
}
