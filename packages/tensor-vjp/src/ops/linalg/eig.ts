/** Eigenvalues and eigenvectors of square matrices, complex in general. */
import { method } from "../../method.js";
import type { PrimitiveFn } from "@ndgrad/core";
import { kernels } from "@ndgrad/kernels";
import { complex, Complex } from "../../complex/complex.js";
import { add, mul, reciprocal, sub } from "../../complex/arithmetic.js";
import { expandDims } from "../../complex/linear.js";
import { matmul } from "../../complex/products.js";
import { LinalgError } from "../../errors.js";
import { primitive } from "../../op.js";
import { scratch } from "../../scope.js";
import { result, shapeOf } from "../../tensor.js";
import type { Indices, Tensor } from "../../tensor.js";
import { vjp } from "../../transforms.js";
import * as real from "../../primitives/elementwise/arithmetic.js";
import { zerosLike } from "../create/create.js";
import { diagonal } from "../shape/diagonal.js";
import { at } from "../index/at.js";
import { ellipsis, slice } from "../index/expression.js";
import { takeAlongAxis } from "../index/take.js";
import { concatenate } from "../shape/join.js";
import { argmax } from "../reduce/positions.js";
import { sum } from "../reduce/sum.js";
import { where } from "../elementwise/where.js";
import { diagonalMask } from "./masks.js";
import { inv } from "./solve.js";
import { fixSigns } from "./signs.js";
import { eachMatrix, squareSize } from "./stacks.js";

type Parts = [wr: Tensor, wi: Tensor, vr: Tensor, vi: Tensor];

const decomposed: PrimitiveFn<[a: Tensor], Parts> = primitive(
  "eig",
  (a: Tensor): Parts => {
    const shape = shapeOf(a);
    const n = shape.at(-1)!;
    const values = [scratch(shape.slice(0, -1)), scratch(shape.slice(0, -1))];
    const vectors = [scratch(shape), scratch(shape)];
    eachMatrix(shape.slice(0, -2), [a], [...values, ...vectors], ([am], [wr, wi, vr, vi]) => {
      if (!kernels().eig(wr!, wi!, { vr: vr!, vi: vi! }, am!, n))
        throw new LinalgError("expected finite entries, got NaN or infinity. Check the matrix before.");
      // Complex vectors have a positive largest entry; real ones need not.
      fixSigns(vr!, n, n, (j) => {
        if (wi![j] !== 0) for (let i = 0; i < n; i++) vr![i * n + j] = -vr![i * n + j]!;
      });
    });
    return [...values.map(result), ...vectors] as Parts;
  },
  {
    // The transpose of the tangent, which is linear in t.
    vjp(gs, ans, a) {
      const g = ans.map((part, i) => gs[i] ?? zerosLike(part));
      return [vjp((t: Tensor) => tangent(ans, t), zerosLike(a))[1](g as Parts)[0]];
    },
    jvp: ([t], ans) => tangent(ans, t!),
  },
);

/** ẇ = diag(V⁻¹ t V), V̇ = V (F∘(V⁻¹ t V) + z), F of inverse gaps; z keeps each vector's norm, and its largest entry real. */
function tangent([wr, wi, vr, vi]: Parts, t: Tensor): Parts {
  const n = shapeOf(wr).at(-1)!;
  const [w, v] = [complex(wr, wi), complex(vr, vi)];
  const d = matmul(inverse(v), matmul(complex(t, real.mul(t, 0)), v));
  const [dr, di] = [d.re, d.im].map((part) => diagonal(part, { axis1: -2, axis2: -1 })) as [Tensor, Tensor];
  const off = diagonalMask(n);
  const gap = sub(expandDims(w, -2), expandDims(w, -1));
  const safe = complex(where(off, 1, gap.re), where(off, 0, gap.im));
  const f = mul(d, reciprocal(safe));
  const raw = matmul(v, complex(where(off, 0, f.re), where(off, 0, f.im)));
  const alongV = sum(real.add(real.mul(v.re, raw.re), real.mul(v.im, raw.im)), { axis: -2, keepdims: true });
  const pivot = largestRows(vr, vi);
  const at0 = (x: Tensor): Tensor => takeAlongAxis(x, pivot, { axis: -2 });
  const turned = real.div(at0(raw.im), at0(v.re));
  const moved = add(raw, mul(v, complex(real.neg(alongV), real.neg(turned))));
  return [dr, di, moved.re, moved.im];
}

/** (x + iy)⁻¹ from the real matrix [[x, −y], [y, x]]. */
function inverse({ re, im }: Complex): Complex {
  const n = shapeOf(re).at(-1)!;
  const above = concatenate([re, real.neg(im)], { axis: -1 });
  const below = concatenate([im, re], { axis: -1 });
  const whole = inv(concatenate([above, below], { axis: -2 }));
  const block = (row: number): Tensor => at(whole, [ellipsis, slice(row, row + n), slice(0, n)]);
  return new Complex(block(0), block(n));
}

/** [..., 1, n]: the row of the largest entry of each column. */
function largestRows(vr: Tensor, vi: Tensor): Exclude<Indices, number> {
  const sizes = real.add(real.square(vr), real.square(vi));
  // Positions along an axis that is kept are no number.
  return argmax(sizes, { axis: -2, keepdims: true }) as Exclude<Indices, number>;
}

/**
 * [w, v] with a·v = v·diag(w), both complex: eigenvalues in no order, conjugate pairs side by side; in the columns of v
 * eigenvectors of norm 1 whose largest entry is real and positive. Shapes: [..., n, n] → [..., n] and [..., n, n]. Derivatives need distinct
 * eigenvalues. Throws LinalgError for matrices that are not square or not finite. Source: Giles 2008, section 3.1.
 */
export const eig: (a: Tensor) => [w: Complex, v: Complex] = method("eig", (a) => {
  squareSize(a);
  const [wr, wi, vr, vi] = decomposed(a);
  return [new Complex(wr, wi), new Complex(vr, vi)];
});

/** The eigenvalues. Shapes: [..., n, n] → complex [..., n]. The rest as for `eig`. */
export const eigvals: (a: Tensor) => Complex = method("eigvals", (a) => eig(a)[0]);
