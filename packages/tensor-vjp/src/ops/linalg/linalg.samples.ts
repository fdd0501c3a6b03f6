/** Samples of linear algebra. */
import { add, mul } from "../../primitives/elementwise/arithmetic.js";
import { diag } from "../shape/diagonal.js";
import { eye } from "../create/create.js";
import * as linalg from "./index.js";
import { matmul } from "../products/matmul.js";
import { array } from "../create/array.js";
import { swapaxes } from "../shape/transpose.js";
import { withErrorName } from "../../errors.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { between, lifted, real } from "../../testing/draw.js";
import type { Draw } from "../../testing/draw.js";
import { differentiable } from "../../testing/entry.js";

const square = (x: Tensor): Tensor => {
  const n = withErrorName("samples", () => shapeOf(x)).at(-1)!;
  return add(x, mul(4, eye(n)));
};
/** Far from singular. */
const regular = (...shape: number[]): Draw => lifted(real(...shape), square);
const symmetric = (...shape: number[]): Draw =>
  lifted(real(...shape), (x) => mul(0.5, add(x, swapaxes(x, -1, -2))));
/** With distinct eigenvalues above 1. */
const positive = (...shape: number[]): Draw =>
  lifted(real(...shape), (x) => add(matmul(x, swapaxes(x, -1, -2)), eye(shapeOf(x).at(-1)!)));
const small = between(-0.3, 0.3);
/** With columns that are far from dependent. */
const tall = (...shape: number[]): Draw =>
  lifted(real(...shape), (x) => add(x, mul(4, eye(shape.at(-2)!, { m: shape.at(-1)! }))));
/** With distinct singular values. */
const values = (...shape: number[]): Draw =>
  lifted(small(...shape), (x) =>
    add(x, mul(eye(shape.at(-2)!, { m: shape.at(-1)! }), array([1, 2.5, 4].slice(0, shape.at(-1))))),
  );
/** Symmetric, near a diagonal matrix of distinct entries, so that small changes flip no vector. */
const apart = (...shape: number[]): Draw =>
  lifted(small(...shape), (x) => add(mul(0.5, add(x, swapaxes(x, -1, -2))), diag(array([1, 2, 4]))));
/** With distinct real eigenvalues. */
const spread = (...shape: number[]): Draw =>
  lifted(small(...shape), (x) => add(mul(0.2, x), diag(array([1, 2, 4]))));
/** With complex ones. */
const rotating = (...shape: number[]): Draw =>
  lifted(small(...shape), (x) => add(mul(0.2, x), skew(shapeOf(x).at(-1)!)));
const skew = (n: number): Tensor =>
  array(
    Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => (i < j ? 1 + i : i > j ? -1 - j : 0.5 * i)),
    ),
  );

/** A band of small entries and a diagonal of large ones. */
const band = (diagonals: readonly number[], n: number): Draw =>
  lifted(small(diagonals.length, n), (x) => add(x, array(diagonals.map((d) => [d]))));

const ORDERS =
  '2-norm over all axes by default; numbers for vectors; 1, -1, 2, -2, ±Infinity, "fro", "nuc" for matrices';

export const linearAlgebra = {
  solve: differentiable(linalg.solve, [
    [regular(3, 3), real(3)],
    [regular(3, 3), real(3, 2)],
    [regular(2, 2, 2), real(1, 2, 3)],
    [regular(2, 2, 2), real(2, 2)],
  ]),
  inv: differentiable(linalg.inv, [[regular(3, 3)], [regular(2, 2, 2)], [regular(1, 1)]]),
  det: differentiable(linalg.det, [[real(3, 3)], [real(2, 2, 2)], [real(1, 1)]], {
    kinks: "none: singular matrices have their cofactors",
  }),
  slogdet: differentiable(linalg.slogdet, [[regular(3, 3)], [regular(2, 2, 2)]], {
    kinks: "a singular matrix throws",
  }),
  cholesky: differentiable(linalg.cholesky, [[positive(3, 3)], [positive(2, 2, 2)]]),
  choSolve: differentiable(
    linalg.choSolve,
    [
      [regular(3, 3), real(3)],
      [regular(2, 2), real(2, 2), { lower: false }],
    ],
    { options: { lower: "the factor is a lower triangle (default)" } },
  ),
  eigh: differentiable(linalg.eigh, [[apart(3, 3)], [apart(2, 3, 3)]], {
    options: { UPLO: 'the triangle that is read, "L" (default) or "U"' },
    kinks: "equal values: that of the vectors does not exist",
  }),
  eigvalsh: differentiable(linalg.eigvalsh, [[symmetric(3, 3)], [symmetric(2, 2), { UPLO: "U" }]], {
    options: { UPLO: 'the triangle that is read, "L" (default) or "U"' },
  }),
  svd: differentiable(
    linalg.svd,
    [
      [values(3, 3)],
      [values(4, 2), { fullMatrices: false }],
      [values(2, 3), { fullMatrices: false }],
      [values(2, 3), { computeUv: false }],
    ],
    {
      options: { fullMatrices: "square u and vt (default)", computeUv: "false: the values alone" },
      kinks: "equal values: that of the vectors does not exist",
    },
  ),
  eig: differentiable(linalg.eig, [[spread(3, 3)], [rotating(2, 2)], [rotating(2, 3, 3)]], {
    kinks: "equal values: none",
  }),
  eigvals: differentiable(linalg.eigvals, [[spread(3, 3)], [rotating(2, 2)]], {
    kinks: "equal values: none",
  }),
  svdvals: differentiable(linalg.svdvals, [[values(3, 2)], [values(2, 2, 3)]]),
  qr: differentiable(
    linalg.qr,
    [[regular(3, 3)], [tall(4, 2)], [tall(2, 3)], [tall(2, 3, 2), { mode: "reduced" }]],
    { options: { mode: '"reduced" (default), "complete", "r"' } },
  ),
  lu: differentiable(linalg.lu, [[regular(3, 3)], [regular(2, 2, 2)]], {
    kinks: "where pivots are exchanged it jumps",
  }),
  pinv: differentiable(linalg.pinv, [[real(3, 2)], [real(2, 3)], [regular(2, 2)]], {
    options: { rcond: "singular values up to this part of the largest count as 0" },
  }),
  lstsq: differentiable(
    linalg.lstsq,
    [
      [real(4, 2), real(4)],
      [real(2, 3), real(2, 2)],
    ],
    { options: { rcond: "singular values up to this part of the largest count as 0" } },
  ),
  solveTriangular: differentiable(
    linalg.solveTriangular,
    [
      [regular(3, 3), real(3)],
      [regular(3, 3), real(3, 2), { lower: true, trans: true }],
      [regular(2, 3, 3), real(1, 3, 1), { lower: true, unitDiagonal: true }],
    ],
    {
      options: {
        lower: "the triangle that is read",
        trans: "solve with the transpose",
        unitDiagonal: "the diagonal counts as ones",
      },
    },
  ),
  solveBanded: differentiable(linalg.solveBanded, [
    [[1, 1], band([0, 3, 0], 4), real(4)],
    [[2, 0], band([3, 0, 0], 4), real(4, 2)],
  ]),
  solveSylvester: differentiable(linalg.solveSylvester, [[regular(2, 2), regular(3, 3), real(2, 3)]]),
  expm: differentiable(linalg.expm, [[small(3, 3)], [real(2, 2)], [small(2, 2, 2)]]),
  logm: differentiable(linalg.logm, [[positive(2, 2)], [positive(3, 3)]]),
  sqrtm: differentiable(linalg.sqrtm, [[positive(3, 3)], [positive(2, 2, 2)]]),
  matrixPower: differentiable(linalg.matrixPower, [
    [real(2, 2), 3],
    [regular(3, 3), -2],
    [real(2, 2), 1],
    [real(2, 2, 2), 5],
  ]),
  multiDot: differentiable(linalg.multiDot, [
    [[real(2, 3), real(3, 4), real(4, 2)]],
    [[real(3), real(3, 2), real(2)]],
  ]),
  norm: differentiable(
    linalg.norm,
    [
      [real(3)],
      [real(2, 3)],
      [real(2, 3), { axis: 0, ord: 3 }],
      [real(3), { ord: Infinity }],
      [real(2, 3), { ord: "fro", keepdims: true }],
      [real(2, 3), { ord: "nuc" }],
      [real(2, 3), { ord: 2 }],
      [real(2, 3, 2), { ord: 1, axis: [0, 2] }],
    ],
    {
      options: {
        ord: ORDERS,
        axis: "one, or two for matrices; all by default",
        keepdims: "keep reduced axes with size 1",
      },
      kinks: "0 at 0",
    },
  ),
};
