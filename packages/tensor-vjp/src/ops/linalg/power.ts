/** Powers of matrices, and products of many. */
import { method } from "../../method.js";
import { LinalgError, ShapeError, ValueError } from "../../errors.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Shape, Tensor } from "../../tensor.js";
import { add, mul } from "../../primitives/elementwise/arithmetic.js";
import { eye } from "../create/create.js";
import { matmul } from "../products/matmul.js";
import { asArray } from "../../as-array.js";
import { inv } from "./solve.js";
import { squareSize } from "../../primitives/linalg/stacks.js";

/**
 * aⁿ for a whole number n, by repeated squaring: of the inverse for n < 0, the identity for 0. Shapes: [..., m, m], kept.
 * Throws LinalgError for matrices that are not square or, with n < 0, singular; ValueError for a fractional n.
 */
export const matrixPower: (a: Tensor, n: number) => Nd = method("matrixPower", (a, n) => {
  const size = squareSize(a);
  if (!Number.isInteger(n))
    throw new ValueError(`expected a whole number as power, got ${n}. Use expm(mul(n, logm(a))) for others.`);
  if (n === 0) return asArray(add(mul(a, 0), eye(size)));
  let base: Tensor = n < 0 ? inverseOf(a) : a;
  let power: Tensor | null = null;
  for (let left = Math.abs(n); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) power = power === null ? base : matmul(power, base);
    if (left > 1) base = matmul(base, base);
  }
  // The first power is the argument itself, and ops return fresh arrays.
  return asArray(n === 1 ? mul(a, 1) : power!);
});

function inverseOf(a: Tensor): Tensor {
  try {
    return inv(a);
  } catch (error) {
    if (!(error instanceof LinalgError)) throw error;
    throw new LinalgError("expected matrices that can be inverted, got a singular one. Use pinv.");
  }
}

/**
 * The product of two or more matrices, in the cheapest order. Shapes: [m, k], [k, …], …, [l, n] → [m, n]; the first may be
 * a row vector and the last a column vector, whose axes are dropped. Throws ShapeError where sizes do not fit, ValueError
 * for fewer than two.
 */
export const multiDot: (xs: readonly Tensor[]) => Tensor = method("multiDot", (xs) => {
  if (xs.length < 2)
    throw new ValueError(
      `expected two or more arrays, got ${xs.length}. The product of one array is the array.`,
    );
  const shapes = xs.map((x) => shapeOf(x));
  const inner = shapes.map((s, i): Shape =>
    s.length === 1 && i === 0 ? [1, s[0]!] : s.length === 1 && i === xs.length - 1 ? [s[0]!, 1] : s,
  );
  if (inner.some((s, i) => s.length !== 2 || (i > 0 && inner[i - 1]![1] !== s[0])))
    throw new ShapeError(
      `expected matrices whose inner sizes agree, got ${shapes.map(bracket).join(", ")}. ` +
        `Only the first and the last may be vectors.`,
    );
  const split = bestSplits([inner[0]![0]!, ...inner.map((s) => s[1]!)]);
  const multiply = (first: number, last: number): Tensor => {
    if (first === last) return xs[first]!;
    const cut = split[first]![last]!;
    return matmul(multiply(first, cut), multiply(cut + 1, last));
  };
  return multiply(0, xs.length - 1);
});

/** Where to split the product of matrices i … j, with matrix i of sizes[i] × sizes[i + 1]. Source: Cormen et al., section 15.2. */
function bestSplits(sizes: readonly number[]): number[][] {
  const count = sizes.length - 1;
  const cost = Array.from({ length: count }, () => new Array<number>(count).fill(0));
  const split = Array.from({ length: count }, () => new Array<number>(count).fill(0));
  for (let span = 1; span < count; span++)
    for (let i = 0; i + span < count; i++) {
      const j = i + span;
      cost[i]![j] = Infinity;
      for (let k = i; k < j; k++) {
        const c = cost[i]![k]! + cost[k + 1]![j]! + sizes[i]! * sizes[k + 1]! * sizes[j + 1]!;
        if (c >= cost[i]![j]!) continue;
        cost[i]![j] = c;
        split[i]![j] = k;
      }
    }
  return split;
}
