/** Covariances and correlations. */
import { method } from "../../method.js";
import { ShapeError } from "../../errors.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { div, mul, sub } from "../../primitives/elementwise/arithmetic.js";
import { diagonal } from "../shape/diagonal.js";
import { expandDims } from "../shape/dimensions.js";
import { matmul } from "../products/matmul.js";
import { mean } from "./mean.js";
import { sqrt } from "../../primitives/elementwise/power.js";
import { reshape } from "../shape/reshape.js";
import { transpose } from "../shape/transpose.js";

export interface CovOptions {
  /** Whether rows are the variables (default), or columns. */
  readonly rowvar?: boolean | undefined;
  /** Subtracted from the number of observations before dividing, 1 by default. */
  readonly ddof?: number | undefined;
}

/**
 * The covariance matrix of variables. Shapes: [variables, observations] → [variables, variables]; one variable, or a vector,
 * gives its variance as a number, as in NumPy. NaN or ∞ where observations − ddof ≤ 0. Throws ShapeError for more axes.
 */
export const cov: (x: Tensor, options?: CovOptions) => Tensor = method(
  "cov",
  { rowvar: true, ddof: 1 },
  (x, { rowvar, ddof }) => {
    const c = covariances(x, rowvar, ddof);
    return shapeOf(c)[0] === 1 ? reshape(c, []) : c;
  },
);

/** Correlation coefficients: covariances over both standard deviations; NaN for a constant. Shapes and errors as for `cov`. */
export const corrcoef: (x: Tensor, options?: { readonly rowvar?: boolean | undefined }) => Tensor = method(
  "corrcoef",
  { rowvar: true },
  (x, { rowvar }) => {
    // The number of observations cancels.
    const c = covariances(x, rowvar, 0);
    const deviation = sqrt(diagonal(c));
    const r = div(c, mul(expandDims(deviation, 0), expandDims(deviation, 1)));
    return shapeOf(r)[0] === 1 ? reshape(r, []) : r;
  },
);

/** Always [variables, variables]. */
function covariances(x: Tensor, rowvar: boolean, ddof: number): Tensor {
  const shape = shapeOf(x);
  if (shape.length < 1 || shape.length > 2)
    throw new ShapeError(`expected [variables,observations], got ${bracket(shape)}. Reshape to two axes.`);
  const rows = shape.length === 1 ? reshape(x, [1, shape[0]!]) : rowvar ? x : transpose(x);
  const centred = sub(rows, mean(rows, { axis: 1, keepdims: true }));
  const freedom = Math.max(shapeOf(rows)[1]! - ddof, 0);
  return div(matmul(centred, transpose(centred)), freedom);
}
