/** Functions of square matrices: exponential, logarithm, square root. */
import { expm, logm, sqrtm } from "@ndgrad/numerics/linalg";
import { inFirst } from "../../derivative.js";
import { LinalgError } from "../../errors.js";
import { leadingAxis, primitive } from "../../primitive.js";
import type { Derivative, Op } from "../../primitive.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { block, fromBlocks, transposed } from "./algebra.js";
import { eachMatrix, leadOf } from "./stacks.js";
import { solveSylvesterEquation } from "./sylvester.js";

type Evaluate = (out: Float64Array, a: Float64Array, n: number) => void;

export const exponentialOf: Op<[a: Tensor]> = matrixFunction("expm", expm, derivativeByBlocks(() => exponentialOf)); // prettier-ignore

export const logarithmOf: Op<[a: Tensor]> = matrixFunction(
  "logm",
  (out, a, n) => checkReal("logarithm", logm([out, new Float64Array(n * n)], a, n)),
  derivativeByBlocks(() => logarithmOf),
);

/** The principal root: x·ẋ + ẋ·x = ȧ. */
export const rootOf: Op<[a: Tensor]> = matrixFunction(
  "sqrtm",
  (out, a, n) => checkReal("square root", sqrtm([out, new Float64Array(n * n)], a, n)),
  inFirst(
    (g, x) => solveSylvesterEquation(transposed(x), transposed(x), g),
    (t, x) => solveSylvesterEquation(x, x, t),
  ),
);

function matrixFunction(
  name: string,
  evaluate: Evaluate,
  derivative: Derivative<[a: Tensor], Tensor>,
): Op<[a: Tensor]> {
  return primitive<[a: Tensor]>(name, {
    shape: (a) => shapeOf(a),
    kernel(out, a) {
      const n = out.shape.at(-1)!;
      eachMatrix(leadOf(out), [a], [out], ([am], [x]) => evaluate(x!, am!, n));
    },
    derivative,
    batching: leadingAxis,
  });
}

/** What every function of matrices has: f([[a, t], [0, a]]) holds its derivative along t (Mathias 1996). */
function derivativeByBlocks(f: () => Op<[a: Tensor]>): Derivative<[a: Tensor], Tensor> {
  const along = (a: Tensor, t: Tensor): Tensor => {
    const n = shapeOf(a).at(-1)!;
    const whole = f()(fromBlocks([2 * n, 2 * n], [[0, 0, a], [0, n, t], [n, n, a]])); // prettier-ignore
    return block(whole, [0, n], [n, n]);
  };
  return inFirst(
    (g, _ans, a) => along(transposed(a), g),
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
