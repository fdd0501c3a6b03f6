/** Cofactors of matrices: the derivatives of determinants, exact to any order, at singular matrices too. */
import { kernels, stridedView, ndarray } from "@ndgrad/kernels";
import { identity, luSolve, multiply } from "@ndgrad/numerics/linalg";
import { selfAdjoint } from "../../derivative.js";
import { leadingAxis, primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import { broadcastShapes } from "../../shape.js";
import { asNd, empty, shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { broadcasting } from "../batching.js";
import { mul } from "../elementwise/arithmetic.js";
import { GatherSelection } from "../index/gather.js";
import { read } from "../index/selection.js";
import { unbroadcast } from "../shape/broadcast.js";
import { innerProduct } from "./algebra.js";
import { eachMatrix, entriesOf, leadOf } from "./stacks.js";

/** The cofactor matrix, det(a)·a⁻ᵀ where that exists; computed by SVD as U·diag(Π_{j≠i} sⱼ)·Vᵀ·det(U)·det(V). */
export const cofactors: Op<[a: Tensor]> = primitive("cofactors", {
  shape: (a) => shapeOf(a),
  kernel(out, a) {
    const n = out.shape.at(-1)!;
    const [u, s, vt] = [new Float64Array(n * n), new Float64Array(n), new Float64Array(n * n)];
    eachMatrix(leadOf(out), [a], [out], ([am], [c]) => {
      kernels().svd(u, s, vt, am!, n, n);
      const sign = orientation(u, n) * orientation(vt, n);
      const others = s.map((_, i) => s.reduce((p, v, j) => (j === i ? p : p * v), sign));
      for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) vt[i * n + j]! *= others[i]!;
      multiply(c!, u, vt, n, n, n);
    });
  },
  // The second derivative of the determinant is symmetric.
  derivative: selfAdjoint((g, _ans, a) => cofactorsAlong(a, g)),
  batching: leadingAxis,
});

/** 1 or −1, the determinant of an orthogonal matrix. */
function orientation(q: Float64Array, n: number): number {
  const factors = new Float64Array(n * n);
  let { sign }: { sign: number } = kernels().lu(factors, new Int32Array(n), q, n, n);
  for (let i = 0; i < n; i++) if (factors[i * n + i]! < 0) sign = -sign;
  return sign;
}

/** The derivative of the cofactors of `a` along `t`: by the inverse, or by the minors where `a` is ill-conditioned. */
const cofactorsAlong: Op<[a: Tensor, t: Tensor]> = primitive("cofactorsAlong", {
  shape: (a, t) => broadcastShapes(shapeOf(a), shapeOf(t)),
  kernel(out, a, t) {
    const n = out.shape.at(-1)!;
    eachMatrix(leadOf(out), [a, t], [out], ([am, tm], [c]) => {
      if (alongByInverse(c!, am!, tm!, n)) return;
      const [x, y] = [am!, tm!].map((m) => ndarray(m, [n, n])) as [Nd, Nd];
      c!.set(entriesOf(asNd(alongByMinors(x, y))));
    });
  },
  // The third derivative of the determinant is symmetric too.
  derivative: {
    vjp: [
      (g, _ans, a, t) => unbroadcast(secondDerivativeAlong(a, t, g), a),
      (g, _ans, a, t) => unbroadcast(cofactorsAlong(a, g), t),
    ],
    jvp: [(d, _ans, a, t) => secondDerivativeAlong(a, t, d), "linear"],
  },
  batching: broadcasting,
});

/** Write det(a)·(tr(a⁻¹t)·a⁻ᵀ − a⁻ᵀtᵀa⁻ᵀ) to `out`; returns false, with nothing usable there, if that would lose digits. */
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

/** Cofactor (i, j) is the signed determinant of a minor, so the derivative is made from the cofactors of the minors. */
function alongByMinors(a: Tensor, t: Tensor): Tensor {
  const n = shapeOf(a).at(-1)!;
  return n < 2 ? mul(a, 0) : mul(checkerboard(n), innerProduct(cofactors(minors(a)), minors(t)));
}

/** The second derivative of the cofactors along `t` and `d`. */
function secondDerivativeAlong(a: Tensor, t: Tensor, d: Tensor): Tensor {
  const n = shapeOf(a).at(-1)!;
  return n < 2
    ? mul(a, 0)
    : mul(checkerboard(n), innerProduct(cofactorsAlong(minors(a), minors(d)), minors(t)));
}

/** The minors [..., n, n, n − 1, n − 1]: at (i, j) the matrix without row i and column j. */
function minors(a: Tensor): Tensor {
  const lead = leadOf(a);
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
  const positions = [
    { axis: lead.length, at: rows },
    { axis: lead.length + 1, at: columns },
  ];
  return read(
    a,
    new GatherSelection([n, n, m, m], positions, lead, lead.length, (x) =>
      stridedView(x, lead, x.stride.slice(0, -2), x.offset),
    ),
  );
}

/** 1 and −1 alternating, from 1 in the corner. */
function checkerboard(n: number): Nd {
  const out = empty([n, n]);
  for (let k = 0; k < n * n; k++) out.data[k] = (Math.floor(k / n) + (k % n)) % 2 === 0 ? 1 : -1;
  return out;
}
