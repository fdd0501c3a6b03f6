/** Diagonals of the matrices along two axes. */
import { stridedView } from "@ndgrad/kernels";
import { shapeOf } from "../../tensor.js";
import type { Shape, Tensor } from "../../tensor.js";
import { otherAxes } from "../../views.js";
import { read, viewSelection } from "../index/selection.js";
import type { Target } from "../index/selection.js";

/**
 * In an array of `shape`, the diagonals `offset` to the right of the main one, of the matrices with rows along axis `a` and
 * columns along axis `b`. Shapes: without these two axes, then one for the diagonal.
 */
export function diagonalSelection(shape: Shape, a: number, b: number, offset: number): Target {
  const [down, right] = [Math.max(-offset, 0), Math.max(offset, 0)];
  const n = Math.max(0, Math.min(shape[a]! - down, shape[b]! - right));
  const rest = otherAxes(shape.length, [a, b]);
  const to = [...rest.map((c) => shape[c]!), n];
  return viewSelection(to, (x) => {
    const stride = [...rest.map((c) => x.stride[c]!), x.stride[a]! + x.stride[b]!];
    return stridedView(x, to, stride, x.offset + down * x.stride[a]! + right * x.stride[b]!);
  });
}

/** The diagonals of a stack of matrices. */
export function diagonalsOf(x: Tensor): Tensor {
  const shape = shapeOf(x);
  return read(x, diagonalSelection(shape, shape.length - 2, shape.length - 1, 0));
}
