/** Functions of square matrices: exponential, logarithm, square root. */
import { method } from "../../method.js";
import { expm as exponential, logm as logarithm, sqrtm as root } from "@ndgrad/numerics/linalg";
import { LinalgError } from "../../errors.js";
import { op } from "../../op.js";
import type { Op } from "../../op.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { zerosLike } from "../create/create.js";
import { at } from "../index/at.js";
import { ellipsis, slice } from "../index/expression.js";
import { concatenate } from "../shape/join.js";
import { asArray } from "../../as-array.js";
import { eachMatrix, squareSize, transposed } from "./stacks.js";
import { solveSylvester } from "./sylvester.js";

/** A function of matrices with the derivatives that every one has: f([[a, t], [0, a]]) holds that along t (Mathias 1996). */
function matrixFunction(
  name: string,
  f: (out: Float64Array, a: Float64Array, n: number) => void,
): Op<[a: Tensor]> {
  const along = (a: Tensor, t: Tensor): Tensor => {
    const n = shapeOf(a).at(-1)!;
    const above = concatenate([a, t], { axis: -1 });
    const below = concatenate([zerosLike(a), a], { axis: -1 });
    const whole = fn(concatenate([above, below], { axis: -2 }));
    return at(whole, [ellipsis, slice(0, n), slice(n)]);
  };
  const fn: Op<[a: Tensor]> = op(
    name,
    {
      shapeOf: (a) => shapeOf(a),
      fill(out, a) {
        const n = out.shape.at(-1)!;
        eachMatrix(out.shape.slice(0, -2), [a], [out], ([am], [x]) => f(x!, am!, n));
      },
    },
    { vjp: [(g, _ans, a) => along(transposed(a), g)], jvp: [(t, _ans, a) => along(a, t)] },
  );
  return fn;
}

const exponentialOf = matrixFunction("expm", exponential);

/**
 * The matrix exponential. Shapes: [..., n, n], kept. Throws LinalgError for matrices that are not square.
 * Sources: Al-Mohy & Higham 2009; Mathias 1996 for the derivative.
 */
export const expm: (a: Tensor) => Nd = method("expm", (a) => {
  squareSize(a);
  return asArray(exponentialOf(a));
});

const logarithmOf = matrixFunction("logm", (out, a, n) => {
  const { exists, isReal } = logarithm([out, new Float64Array(n * n)], a, n);
  if (!exists || !isReal) throw noRealAnswer("logm", "logarithm");
});

/**
 * The principal logarithm. Shapes: [..., n, n], kept. Throws LinalgError where it is not real (an eigenvalue is negative) or
 * does not exist (one is 0), and for matrices that are not square. Sources: Higham 2008, 11.5; Mathias 1996.
 */
export const logm: (a: Tensor) => Nd = method("logm", (a) => {
  squareSize(a);
  return asArray(logarithmOf(a));
});

const rootOf: Op<[a: Tensor]> = op(
  "sqrtm",
  {
    shapeOf: (a) => shapeOf(a),
    fill(out, a) {
      const n = out.shape.at(-1)!;
      eachMatrix(out.shape.slice(0, -2), [a], [out], ([am], [x]) => {
        const { exists, isReal } = root([x!, new Float64Array(n * n)], am!, n);
        if (!exists || !isReal) throw noRealAnswer("sqrtm", "square root");
      });
    },
  },
  {
    vjp: [(g, x) => solveSylvester(transposed(x), transposed(x), g)],
    jvp: [(t, x) => solveSylvester(x, x, t)],
  },
);

/**
 * The principal square root. Shapes: [..., n, n], kept. Throws LinalgError where it is not real (an eigenvalue is negative)
 * or does not exist, and for matrices that are not square. Sources: Björck & Hammarling 1983; x·ẋ + ẋ·x = ȧ.
 */
export const sqrtm: (a: Tensor) => Nd = method("sqrtm", (a) => {
  squareSize(a);
  return asArray(rootOf(a));
});

function noRealAnswer(name: string, what: string): LinalgError {
  return new LinalgError(
    `expected a matrix with a real principal ${what}, got one with an eigenvalue that is negative or 0. ` +
      `Shift it by a multiple of eye(n), or use eigh for symmetric ones.`,
  );
}
