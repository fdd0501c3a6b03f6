/** Determinants, exact to any order at singular matrices too. */
import { method } from "../../method.js";
import { kernels, ndarray } from "@ndgrad/kernels";
import { identity, luSolve, multiply } from "@ndgrad/numerics/linalg";
import { op } from "../../op.js";
import type { Op } from "../../op.js";
import { nonDifferentiable } from "../../op.js";
import { empty, result, shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { mul } from "../../primitives/elementwise/arithmetic.js";
import { expandDims } from "../shape/dimensions.js";
import { at } from "../index/at.js";
import { ellipsis } from "../index/expression.js";
import { sum } from "../reduce/sum.js";
import { inv } from "./solve.js";
import { eachMatrix, squareSize, transposed } from "./stacks.js";

/** A cotangent of determinants over the axes of their matrices. */
const over = (g: Tensor): Tensor => expandDims(g, [-2, -1]);
const inner = (x: Tensor, y: Tensor): Tensor => sum(mul(x, y), { axis: [-2, -1] });

const determinant: Op<[a: Tensor]> = op(
  "det",
  {
    shapeOf: (a) => shapeOf(a).slice(0, -2),
    fill(out, a) {
      const n = shapeOf(a).at(-1)!;
      const factors = new Float64Array(n * n);
      const perm = new Int32Array(n);
      eachMatrix(out.shape, [a], [out], ([am], [d]) => {
        const { sign } = kernels().lu(factors, perm, am!, n, n);
        d![0] = sign;
        for (let i = 0; i < n; i++) d![0] *= factors[i * n + i]!;
      });
    },
  },
  {
    vjp: [(g, _ans, a) => mul(over(g), cofactors(a))],
    jvp: [(t, _ans, a) => inner(cofactors(a), t)],
  },
);

/**
 * The determinant. Shapes: [..., n, n] → [...], a number for one matrix; 1 for n = 0. Derivative: the cofactors, which
 * exist for singular matrices too. Throws LinalgError for matrices that are not square. Source: Jacobi's formula.
 */
export const det: (a: Tensor) => Tensor = method("det", (a) => {
  squareSize(a);
  return determinant(a);
});

/** The matrix of cofactors, det(a)·a⁻ᵀ where that exists: U·diag(Π_{j≠i} sⱼ)·Vᵀ·det(U)·det(V) from the singular values. */
const cofactors: Op<[a: Tensor]> = op(
  "cofactors",
  {
    shapeOf: (a) => shapeOf(a),
    fill(out, a) {
      const n = out.shape.at(-1)!;
      const [u, s, vt] = [new Float64Array(n * n), new Float64Array(n), new Float64Array(n * n)];
      eachMatrix(out.shape.slice(0, -2), [a], [out], ([am], [c]) => {
        kernels().svd(u, s, vt, am!, n, n);
        const sign = orientation(u, n) * orientation(vt, n);
        const others = s.map((_, i) => s.reduce((p, v, j) => (j === i ? p : p * v), sign));
        for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) vt[i * n + j]! *= others[i]!;
        multiply(c!, u, vt, n, n, n);
      });
    },
  },
  {
    // The second derivative of the determinant is symmetric, so one function serves both modes.
    vjp: [(g, _ans, a) => cofactorsAlong(a, g)],
    jvp: [(t, _ans, a) => cofactorsAlong(a, t)],
  },
);

/** 1 or −1, the determinant of an orthogonal matrix. */
function orientation(q: Float64Array, n: number): number {
  const factors = new Float64Array(n * n);
  let { sign }: { sign: number } = kernels().lu(factors, new Int32Array(n), q, n, n);
  for (let i = 0; i < n; i++) if (factors[i * n + i]! < 0) sign = -sign;
  return sign;
}

/** The derivative of the cofactors of `a` along `t`: by the inverse, or where that is bad by the minors. */
const cofactorsAlong: Op<[a: Tensor, t: Tensor]> = op(
  "cofactorsAlong",
  {
    shapeOf: (a) => shapeOf(a),
    fill(out, a, t) {
      const n = out.shape.at(-1)!;
      eachMatrix(out.shape.slice(0, -2), [a, t], [out], ([am, tm], [c]) => {
        if (alongByInverse(c!, am!, tm!, n)) return;
        const [x, y] = [am!, tm!].map((m) => ndarray(m, [n, n])) as [Nd, Nd];
        c!.set((alongByMinors(x, y) as Nd).data);
      });
    },
  },
  {
    // The third derivative of the determinant is symmetric too.
    vjp: [(g, _ans, a, t) => bent(a, t, g), (g, _ans, a) => cofactorsAlong(a, g)],
    jvp: [(d, _ans, a, t) => bent(a, t, d), "linear"],
  },
);

/** det(a)·(tr(a⁻¹t)·a⁻ᵀ − a⁻ᵀtᵀa⁻ᵀ); false where that would lose digits. */
function alongByInverse(out: Float64Array, a: Float64Array, t: Float64Array, n: number): boolean {
  const factors = new Float64Array(n * n);
  const perm = new Int32Array(n);
  const info = kernels().lu(factors, perm, a, n, n);
  if (info.zeroPivot >= 0) return false;
  const inverse = new Float64Array(n * n);
  const unit = new Float64Array(n * n);
  identity(unit, n, n);
  luSolve(inverse, factors, perm, unit, n, n, false, kernels().solveTriangular);
  if (!(largest(a) * largest(inverse) * n < 1e5)) return false;
  let d: number = info.sign;
  for (let i = 0; i < n; i++) d *= factors[i * n + i]!;
  const [relative, twice] = [new Float64Array(n * n), new Float64Array(n * n)];
  multiply(relative, inverse, t, n, n, n);
  multiply(twice, relative, inverse, n, n, n);
  let trace = 0;
  for (let i = 0; i < n; i++) trace += relative[i * n + i]!;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) out[i * n + j] = d * (trace * inverse[j * n + i]! - twice[j * n + i]!);
  return true;
}

const largest = (x: Float64Array): number => x.reduce((m, v) => Math.max(m, Math.abs(v)), 0);

/** Entry (i, j) of the cofactors is a signed determinant, without row i and column j: so is their derivative along `t`. */
function alongByMinors(a: Tensor, t: Tensor): Tensor {
  const n = shapeOf(a).at(-1)!;
  return n < 2 ? mul(a, 0) : mul(checkerboard(n), inner(cofactors(minors(a)), minors(t)));
}

/** The second derivative of the cofactors along `t` and `d`. */
function bent(a: Tensor, t: Tensor, d: Tensor): Tensor {
  const n = shapeOf(a).at(-1)!;
  return n < 2 ? mul(a, 0) : mul(checkerboard(n), inner(cofactorsAlong(minors(a), minors(d)), minors(t)));
}

/** [..., n, n, n − 1, n − 1]: at (i, j) the matrix without row i and column j. */
function minors(a: Tensor): Tensor {
  const n = shapeOf(a).at(-1)!;
  const m = n - 1;
  const [rows, columns] = [new Int32Array((n * m) ** 2), new Int32Array((n * m) ** 2)];
  let k = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      for (let r = 0; r < m; r++)
        for (let c = 0; c < m; c++, k++) {
          rows[k] = r < i ? r : r + 1;
          columns[k] = c < j ? c : c + 1;
        }
  const shape = [n, n, m, m];
  return at(a, [ellipsis, ndarray(rows, shape), ndarray(columns, shape)]);
}

/** 1 and −1 in turn. */
function checkerboard(n: number): Nd {
  const out = empty([n, n]);
  for (let k = 0; k < n * n; k++) out.data[k] = (Math.floor(k / n) + (k % n)) % 2 === 0 ? 1 : -1;
  return out;
}

const logDeterminant: Op<[a: Tensor]> = op(
  "slogdet",
  {
    shapeOf: (a) => shapeOf(a).slice(0, -2),
    fill: (out, a) => eachMatrix(out.shape, [a], [out], ([am], [d]) => void (d![0] = signAndLog(am!).log)),
  },
  {
    vjp: [(g, _ans, a) => mul(over(g), transposed(inv(a)))],
    jvp: [(t, _ans, a) => inner(transposed(inv(a)), t)],
  },
);

const signs = nonDifferentiable("slogdetSign", (a: Tensor): Tensor => {
  const out = empty(shapeOf(a).slice(0, -2));
  eachMatrix(out.shape, [a], [out], ([am], [s]) => void (s![0] = signAndLog(am!).sign));
  return result(out);
});

function signAndLog(a: Float64Array): { sign: number; log: number } {
  const n = Math.round(Math.sqrt(a.length));
  const factors = new Float64Array(n * n);
  let { sign }: { sign: number } = kernels().lu(factors, new Int32Array(n), a, n, n);
  let log = 0;
  for (let i = 0; i < n; i++) {
    const pivot = factors[i * n + i]!;
    sign *= Math.sign(pivot);
    log += Math.log(Math.abs(pivot));
  }
  // A negative zero is no sign.
  return { sign: sign === 0 ? 0 : sign, log };
}

/**
 * [sign, log |det a|], where the determinant itself would overflow. Shapes: [..., n, n] → two of [...]. Derivative of the
 * logarithm: a⁻ᵀ; the sign has none. A singular matrix has [0, −∞], and its derivative throws LinalgError, as do
 * matrices that are not square.
 */
export const slogdet: (a: Tensor) => [sign: Tensor, logdet: Tensor] = method("slogdet", (a) => {
  squareSize(a);
  return [signs(a), logDeterminant(a)];
});
