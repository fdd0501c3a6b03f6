/** Eigenvalues and eigenvectors of square matrices, in general complex, as real and imaginary parts. */
import type { PrimitiveFn } from "@ndgrad/core";
import { kernels, ndarray } from "@ndgrad/kernels";
import { LinalgError } from "../../errors.js";
import { leadingAxis, primitive } from "../../primitive.js";
import { asNd, empty, shapeOf, sizeOf } from "../../tensor.js";
import type { Mask, Tensor } from "../../tensor.js";
import { vjp } from "../../transforms.js";
import { add, div, mul, neg, sub } from "../elementwise/arithmetic.js";
import { hypot } from "../elementwise/plane.js";
import { choose } from "../elementwise/where.js";
import { sumOver } from "../reduce/sum.js";
import { diagonalsOf } from "../shape/diagonal.js";
import { asColumns, asRows, block, diagonalMask, fromBlocks, matmul } from "./algebra.js";
import { fixSigns } from "./signs.js";
import { solveSystem } from "./solve.js";
import { eachMatrix, entriesOf, leadOf } from "./stacks.js";

type Parts = [wr: Tensor, wi: Tensor, vr: Tensor, vi: Tensor];

/** Eigenvalues wr + i·wi, and in the columns of vr + i·vi eigenvectors of norm 1 whose largest entry is real and positive. */
export const complexEigen: PrimitiveFn<[a: Tensor], Parts> = primitive<[a: Tensor], Parts>("eig", {
  shapes(a) {
    const shape = shapeOf(a);
    return [shape.slice(0, -1), shape.slice(0, -1), shape, shape];
  },
  kernel(outs, a) {
    const n = shapeOf(a).at(-1)!;
    eachMatrix(leadOf(a), [a], outs, ([am], [wr, wi, vr, vi]) => {
      if (!kernels().eig(wr!, wi!, { vr: vr!, vi: vi! }, am!, n))
        throw new LinalgError("expected finite entries, got NaN or infinity. Check the matrix first.");
      // The kernel makes the largest entry of complex vectors positive, but not that of real ones.
      fixSigns(vr!, n, n, (j) => {
        if (wi![j] !== 0) for (let i = 0; i < n; i++) vr![i * n + j] = -vr![i * n + j]!;
      });
    });
  },
  derivative: {
    // The transpose of the tangent, which is linear in t.
    vjp(gs, ans, a) {
      const g = ans.map((part, i) => gs[i] ?? empty(shapeOf(part))) as Parts;
      return [vjp((t: Tensor) => tangent(ans, t), empty(shapeOf(a)))[1](g)[0]];
    },
    jvp: ([t], ans) => tangent(ans, t!),
  },
  batching: leadingAxis,
});

/** ẇ = diag(V⁻¹ t V), V̇ = V (F∘(V⁻¹ t V) + z), with F the inverse gaps; z keeps each vector's norm and its largest entry real. */
function tangent([wr, wi, vr, vi]: Parts, t: Tensor): Parts {
  const v = realForm(vr, vi);
  const [dr, di] = halves(solveSystem(v, onTop(matmul(t, vr), matmul(t, vi)), { trans: false }));
  const [fr, fi] = overGaps(dr, di, wr, wi);
  const raw = matmul(v, onTop(fr, fi));
  const [rawRe, rawIm] = halves(raw);
  const along = sumOver(mul(onTop(vr, vi), raw), [shapeOf(raw).length - 2], true);
  const largest = largestOfColumns(vr, vi);
  const pick = (x: Tensor): Tensor => sumOver(choose(largest, x, 0), [shapeOf(x).length - 2], true);
  const turn = div(pick(rawIm), pick(vr));
  // raw − v·(along + i·turn)
  const movedRe = add(sub(rawRe, mul(vr, along)), mul(vi, turn));
  const movedIm = sub(sub(rawIm, mul(vi, along)), mul(vr, turn));
  return [diagonalsOf(dr), diagonalsOf(di), movedRe, movedIm];
}

/** d/(wⱼ − wᵢ), but 0 on the diagonal. */
function overGaps(dr: Tensor, di: Tensor, wr: Tensor, wi: Tensor): [re: Tensor, im: Tensor] {
  const mask = diagonalMask(shapeOf(wr).at(-1)!);
  const x = choose(mask, 1, sub(asRows(wr), asColumns(wr)));
  const y = choose(mask, 0, sub(asRows(wi), asColumns(wi)));
  // Not divided by x² + y², which may overflow or underflow.
  const r = hypot(x, y);
  const [c, s] = [div(x, r), div(y, r)];
  return [
    choose(mask, 0, div(add(mul(dr, c), mul(di, s)), r)),
    choose(mask, 0, div(sub(mul(di, c), mul(dr, s)), r)),
  ];
}

/** [[x, −y], [y, x]], which multiplies real parts on top of imaginary ones as x + iy does. */
function realForm(x: Tensor, y: Tensor): Tensor {
  const n = shapeOf(x).at(-1)!;
  return fromBlocks([2 * n, 2 * n], [[0, 0, x], [0, n, neg(y)], [n, 0, y], [n, n, x]]); // prettier-ignore
}

/** [[x], [y]]. */
function onTop(x: Tensor, y: Tensor): Tensor {
  const n = shapeOf(x).at(-1)!;
  return fromBlocks([2 * n, n], [[0, 0, x], [n, 0, y]]); // prettier-ignore
}

/** x and y from [[x], [y]]. */
function halves(z: Tensor): [x: Tensor, y: Tensor] {
  const n = shapeOf(z).at(-1)!;
  return [block(z, [0, 0], [n, n]), block(z, [n, 0], [n, n])];
}

/** True at the entry of vr + i·vi that is the largest of its column. */
const largestOfColumns: PrimitiveFn<[vr: Tensor, vi: Tensor], Mask> = primitive("eigPivots", {
  compute(vr, vi) {
    const shape = shapeOf(vr);
    const n = shape.at(-1)!;
    const mask = ndarray(new Uint8Array(sizeOf(shape)), shape.slice());
    const [re, im] = [entriesOf(asNd(vr)), entriesOf(asNd(vi))];
    const size = (k: number): number => re[k]! ** 2 + im[k]! ** 2;
    for (let start = 0; start < re.length; start += n * n)
      for (let j = start; j < start + n; j++) {
        let best = j;
        for (let k = j; k < start + n * n; k += n) if (size(k) > size(best)) best = k;
        mask.data[best] = 1;
      }
    return mask;
  },
  derivative: null,
  // Both are parts of one answer, so both are batched.
  batching: (_batched, vr, vi) => largestOfColumns(vr, vi),
});
