/** Makes ops of one stack of square matrices. */
import { method } from "../../method.js";
import { squareSize } from "../../primitives/linalg/stacks.js";
import type { Tensor } from "../../tensor.js";

/** The op `name` of square matrices. Throws LinalgError for others, ShapeError for vectors and numbers. */
export function ofSquare<R>(name: string, f: (a: Tensor) => R): (a: Tensor) => R {
  const op: (a: Tensor) => R = method(name, (a: Tensor) => {
    squareSize(a);
    return f(a);
  });
  return op;
}
