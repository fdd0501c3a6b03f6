/** Systems with band matrices. */
import { method } from "../../method.js";
import type { PrimitiveFn } from "@ndgrad/core";
import { solveBanded as solveOne } from "@ndgrad/numerics/linalg";
import { LinalgError, ShapeError, ValueError } from "../../errors.js";
import { primitive } from "../../op.js";
import { scratch } from "../../scope.js";
import { bracket } from "../../shape.js";
import { asNd, shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { add, mul, neg, sub } from "../../primitives/elementwise/arithmetic.js";
import { expandDims, squeeze } from "../shape/dimensions.js";
import { at } from "../index/at.js";
import { slice } from "../index/expression.js";
import { stack } from "../shape/join.js";
import { pad } from "../shape/pad.js";
import { asArray } from "../../as-array.js";
import { sum } from "../reduce/sum.js";
import { eachMatrix } from "./stacks.js";

interface Band {
  /** How many diagonals there are below the main one, and above. */
  readonly l: number;
  readonly u: number;
  readonly trans: boolean;
}

const solved: PrimitiveFn<[ab: Tensor, b: Tensor, band: Band], Tensor> = primitive(
  "solveBanded",
  (ab: Tensor, b: Tensor, { l, u, trans }: Band): Tensor => {
    const [n, k] = shapeOf(b) as [number, number];
    const out = scratch([n, k]);
    eachMatrix([], [asNd(ab), b], [out], ([abm, bm], [x]) => {
      if (solveOne(x!, l, u, abm!, bm!, n, k, { trans }) >= 0)
        throw new LinalgError(
          "expected a matrix that can be inverted, got a singular one. Use lstsq on the full matrix.",
        );
    });
    return out;
  },
  {
    vjp(g, x, ab, _b, band) {
      const gb = solved(ab, g, { ...band, trans: !band.trans });
      return [neg(band.trans ? diagonals(x, gb, band) : diagonals(gb, x, band)), gb, null];
    },
    jvp([ta, tb], x, ab, _b, band) {
      const moved = ta === null ? null : times(ta, x, band);
      return solved(ab, moved === null ? tb! : tb === null ? neg(moved) : sub(tb, moved), band);
    },
  },
);

/** The band of y·xᵀ, as solveBanded takes it: entry (j + r − u, j) at [r, j]. */
function diagonals(y: Tensor, x: Tensor, { l, u }: Band): Tensor {
  const n = shapeOf(x)[0]!;
  return stack(Array.from({ length: l + u + 1 }, (_, r) => sum(mul(shifted(y, r - u, n), x), { axis: 1 })));
}

/** Row i + by of `x` at i, 0 where there is none. */
function shifted(x: Tensor, by: number, n: number): Tensor {
  const size = Math.abs(by);
  if (size >= n) return mul(x, 0);
  if (by >= 0) return pad(at(x, slice(by)), [[0, by], [0, 0]]); // prettier-ignore
  return pad(at(x, slice(0, n - size)), [[size, 0], [0, 0]]); // prettier-ignore
}

/** The band matrix times x. */
function times(ab: Tensor, x: Tensor, { l, u, trans }: Band): Tensor {
  const n = shapeOf(x)[0]!;
  const terms = Array.from({ length: l + u + 1 }, (_, r) => {
    const diagonal = expandDims(at(ab, r), 1);
    // Column j of diagonal r is in row j + r − u.
    return trans ? mul(diagonal, shifted(x, r - u, n)) : shifted(mul(diagonal, x), u - r, n);
  });
  return terms.reduce((s, t) => add(s, t));
}

/**
 * x with A·x = b for a matrix that has `l` diagonals below the main one and `u` above, given as the rows of `ab`:
 * A[i, j] = ab[u + i − j, j]. Shapes: ab [l + u + 1, n], b [n] or [n, k] → as b. Time O(n (l + u) l). Entries of `ab` that are outside
 * the matrix are not read. Throws LinalgError for a singular matrix, ShapeError and ValueError where the shapes do not fit.
 * Source: scipy.linalg.solve_banded for the storage.
 */
export const solveBanded: ([l, u]: readonly [lower: number, upper: number], ab: Tensor, b: Tensor) => Nd =
  method("solveBanded", ([l, u], ab, b) => {
    const [s, t] = [shapeOf(ab), shapeOf(b)];
    if (![l, u].every((count) => Number.isInteger(count) && count >= 0))
      throw new ValueError(`expected numbers of diagonals, got ${l} and ${u}. Count from 0.`);
    if (s.length !== 2 || s[0] !== l + u + 1 || t.length < 1 || t.length > 2 || t[0] !== s[1])
      throw new ShapeError(
        `expected a band of [${l + u + 1},n] and b of [n] or [n,k], got ${bracket(s)} and ${bracket(t)}.`,
      );
    const x = solved(ab, t.length === 1 ? expandDims(b, 1) : b, { l, u, trans: false });
    return asArray(t.length === 1 ? squeeze(x, { axis: 1 }) : x);
  });
