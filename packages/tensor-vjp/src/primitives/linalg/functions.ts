/** Functions of square matrices: exponential, logarithm, square root. */
import { expm, logm, sqrtm } from "@ndgrad/numerics/linalg";
import { inFirst } from "../../derivative.js";
import { LinalgError } from "../../errors.js";
import { leadingAxis, primitive } from "../../primitive.js";
import type { ArrayMeaning, Derivative, Op } from "../../primitive.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { block, fromBlocks, matrixTranspose } from "./algebra.js";
import { eachMatrix, leadOf } from "./stacks.js";
import { solveSylvesterEquation } from "./sylvester.js";

export const exponentialOf: Op<[a: Tensor]> = primitive("expm", {
  ...eachMatrixBy(expm),
  derivative: byBlocks((a) => exponentialOf(a)),
  batching: leadingAxis,
});

export const logarithmOf: Op<[a: Tensor]> = primitive("logm", {
  ...eachMatrixBy((out, a, n) => checkReal("logarithm", logm([out, new Float64Array(n * n)], a, n))),
  derivative: byBlocks((a) => logarithmOf(a)),
  batching: leadingAxis,
});

/** The principal root. */
export const rootOf: Op<[a: Tensor]> = primitive("sqrtm", {
  ...eachMatrixBy((out, a, n) => checkReal("square root", sqrtm([out, new Float64Array(n * n)], a, n))),
  // x·ẋ + ẋ·x = ȧ.
  derivative: inFirst(
    (g, x) => solveSylvesterEquation(matrixTranspose(x), matrixTranspose(x), g),
    (t, x) => solveSylvesterEquation(x, x, t),
  ),
  batching: leadingAxis,
});

function eachMatrixBy(
  evaluate: (out: Float64Array, a: Float64Array, n: number) => void,
): ArrayMeaning<[a: Tensor]> {
  return {
    shape: (a) => shapeOf(a),
    kernel(out, a) {
      const n = out.shape.at(-1)!;
      eachMatrix(leadOf(out), [a], [out], ([am], [x]) => evaluate(x!, am!, n));
    },
  };
}

/** For any function of matrices, f([[a, t], [0, a]]) contains its derivative along t (Mathias 1996). */
function byBlocks(f: (a: Tensor) => Tensor): Derivative<[a: Tensor], Tensor> {
  const along = (a: Tensor, t: Tensor): Tensor => {
    const n = shapeOf(a).at(-1)!;
    const whole = f(fromBlocks([2 * n, 2 * n], [[0, 0, a], [0, n, t], [n, n, a]])); // prettier-ignore
    return block(whole, [0, n], [n, n]);
  };
  return inFirst(
    (g, _ans, a) => along(matrixTranspose(a), g),
    (t, _ans, a) => along(a, t),
  );
}

function checkReal(what: string, { exists, isReal }: { exists: boolean; isReal: boolean }): void {
  if (exists && isReal) return;
  throw new LinalgError(
    `expected a matrix with a real principal ${what}, got one with an eigenvalue that is negative or 0. ` +
      `Shift it by a multiple of eye(n), or use eigh for symmetric ones.`,
  );
}
