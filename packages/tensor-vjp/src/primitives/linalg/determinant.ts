/** Determinants, and their logarithms. */
import { kernels } from "@ndgrad/kernels";
import { inFirst } from "../../derivative.js";
import { leadingAxis, primitive } from "../../primitive.js";
import type { Derivative, Op } from "../../primitive.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { mul } from "../elementwise/arithmetic.js";
import { withShape } from "../shape/reshape.js";
import { identity, innerProduct, matrixTranspose } from "./algebra.js";
import { cofactors } from "./cofactors.js";
import { eachMatrix, leadOf } from "./stacks.js";
import { solveSystem } from "./solve.js";

/** The determinant: 1 for n = 0. Its derivative, the cofactors, exists for singular matrices too: Jacobi's formula. */
export const determinant: Op<[a: Tensor]> = primitive("det", {
  shape: (a) => leadOf(a),
  kernel(out, a) {
    eachMatrix(out.shape, [a], [out], ([am], [d]) => {
      const { sign, pivots } = pivotsOf(am!);
      d![0] = pivots.reduce((product, pivot) => product * pivot, sign);
    });
  },
  derivative: gradient(cofactors),
  batching: leadingAxis,
});

/** log |det a|, also where the determinant itself would overflow. */
export const logDeterminant: Op<[a: Tensor]> = primitive("slogdet", {
  shape: (a) => leadOf(a),
  kernel(out, a) {
    eachMatrix(out.shape, [a], [out], ([am], [log]) => {
      log![0] = pivotsOf(am!).pivots.reduce((sum, pivot) => sum + Math.log(Math.abs(pivot)), 0);
    });
  },
  derivative: gradient((a) =>
    matrixTranspose(solveSystem(a, identity(shapeOf(a).at(-1)!), { trans: false })),
  ),
  batching: leadingAxis,
});

/** The sign of the determinant. */
export const determinantSign: Op<[a: Tensor]> = primitive("slogdetSign", {
  shape: (a) => leadOf(a),
  kernel(out, a) {
    eachMatrix(out.shape, [a], [out], ([am], [s]) => {
      const { sign, pivots } = pivotsOf(am!);
      // Adding 0 turns −0 into 0.
      s![0] = pivots.reduce((product, pivot) => product * Math.sign(pivot), sign) + 0;
    });
  },
  derivative: null,
  batching: leadingAxis,
});

/** The derivative of a function that gives one number for each matrix, from its gradient. */
function gradient(of: (a: Tensor) => Tensor): Derivative<[a: Tensor], Tensor> {
  return inFirst(
    (g, _ans, a) => mul(withShape(g, [...shapeOf(g), 1, 1]), of(a)),
    (t, _ans, a) => innerProduct(of(a), t),
  );
}

/** The pivots of LU factors, and the sign of the permutation. */
function pivotsOf(a: Float64Array): { sign: number; pivots: Float64Array } {
  const n = Math.round(Math.sqrt(a.length));
  const factors = new Float64Array(n * n);
  const { sign } = kernels().lu(factors, new Int32Array(n), a, n, n);
  return { sign, pivots: Float64Array.from({ length: n }, (_, i) => factors[i * n + i]!) };
}
