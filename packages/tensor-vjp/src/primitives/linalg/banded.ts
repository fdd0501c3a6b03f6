/** Systems with band matrices. */
import { solveBanded } from "@ndgrad/numerics/linalg";
import { LinalgError } from "../../errors.js";
import { primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import { broadcastShapes } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { alignExamples } from "../batching.js";
import { mul } from "../elementwise/arithmetic.js";
import { sumOver } from "../reduce/sum.js";
import { withShape } from "../shape/reshape.js";
import { block, fromBlocks, total, matrixTranspose } from "./algebra.js";
import { solution } from "./solution.js";
import type { SystemKind } from "./solution.js";
import { eachMatrix, leadOf } from "./stacks.js";

/** The numbers of diagonals below (`l`) and above (`u`) the main one. */
export interface Band extends SystemKind {
  readonly l: number;
  readonly u: number;
}

/** x with A·x = b for A[i, j] = ab[u + i − j, j]. Shapes: [..., l + u + 1, n], [..., n, k] → [..., n, k]; leading axes broadcast. */
export const solveBand: Op<[ab: Tensor, b: Tensor, band: Band]> = primitive("solveBanded", {
  shape: (ab, b) => [...broadcastShapes(leadOf(ab), leadOf(b)), ...shapeOf(b).slice(-2)],
  kernel(out, ab, b, { l, u, trans }) {
    const [n, k] = out.shape.slice(-2) as [number, number];
    eachMatrix(leadOf(out), [ab, b], [out], ([abm, bm], [x]) => {
      if (solveBanded(x!, l, u, abm!, bm!, n, k, { trans }) >= 0)
        throw new LinalgError(
          "expected a matrix that can be inverted, got a singular one. Use lstsq on the full matrix.",
        );
    });
  },
  derivative: solution({
    solve: (ab, b, band: Band) => solveBand(ab, b, band),
    times,
    outer: diagonals,
  }),
  batching: (batched, ab, b, band) =>
    solveBand(...(alignExamples(batched, [ab, b]) as [Tensor, Tensor]), band),
});

/** The band of y·xᵀ, with entry (j + r − u, j) at [r, j]. */
function diagonals(y: Tensor, x: Tensor, { l, u }: Band): Tensor {
  const shape = shapeOf(x);
  const n = shape.at(-2)!;
  const rows = Array.from({ length: l + u + 1 }, (_, r): [number, number, Tensor] => {
    const entries = sumOver(mul(shiftRows(y, r - u), x), [shape.length - 1], true);
    return [r, 0, matrixTranspose(entries)];
  });
  return fromBlocks([l + u + 1, n], rows);
}

/** The band matrix times x. */
function times(ab: Tensor, x: Tensor, { l, u, trans }: Band): Tensor {
  const n = shapeOf(x).at(-2)!;
  const terms = Array.from({ length: l + u + 1 }, (_, r) => {
    const diagonal = withShape(block(ab, [r, 0], [1, n]), [...leadOf(ab), n, 1]);
    // Column j of diagonal r is in row j + r − u.
    return trans ? mul(diagonal, shiftRows(x, r - u)) : shiftRows(mul(diagonal, x), u - r);
  });
  return total(terms);
}

/** `x` with row i + by moved to row i, and 0 where there is none. */
function shiftRows(x: Tensor, by: number): Tensor {
  const [n, k] = shapeOf(x).slice(-2) as [number, number];
  const rest = Math.max(n - Math.abs(by), 0);
  const [from, to] = [Math.max(by, 0), Math.max(-by, 0)].map((i) => Math.min(i, n)) as [number, number];
  return fromBlocks([n, k], [[to, 0, block(x, [from, 0], [rest, k])]]);
}
