/** Covariances and correlations. */
import { ShapeError } from "../../errors.js";
import { checked } from "../../options.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { div, mul, sub } from "../../primitives/elementwise/arithmetic.js";
import { diagonal } from "../shape/diagonal.js";
import { expandDims } from "../shape/dimensions.js";
import { matmul } from "../../primitives/products/matmul.js";
import { mean } from "./mean.js";
import { sqrt } from "../../primitives/elementwise/power.js";
import { reshape } from "../../primitives/shape/reshape.js";
import { transpose } from "../shape/transpose.js";

export interface CovOptions {
  /** Rows are variables (default), or columns. */
  readonly rowvar?: boolean | undefined;
  /** What is taken from the number of observations, 1. */
  readonly ddof?: number | undefined;
}

/**
 * The covariance of variables. Shapes: [variables, observations] → [variables, variables]; one variable, or a vector, gives its
 * variance as a number, as in NumPy. Throws ShapeError for more axes. NaN or ∞ where observations − ddof ≤ 0.
 */
export function cov(x: Tensor, options: CovOptions = {}): Tensor {
  const { rowvar = true, ddof = 1 } = checked("cov", options, ["rowvar", "ddof"]);
  const c = covariances("cov", x, rowvar, ddof);
  return shapeOf(c)[0] === 1 ? reshape(c, []) : c;
}

/** Correlation coefficients: the covariance over both standard deviations; NaN for a constant. Shapes and errors as for `cov`. */
export function corrcoef(x: Tensor, options: { readonly rowvar?: boolean | undefined } = {}): Tensor {
  const { rowvar = true } = checked("corrcoef", options, ["rowvar"]);
  // Whatever the observations are divided by cancels.
  const c = covariances("corrcoef", x, rowvar, 0);
  const deviation = sqrt(diagonal(c));
  const r = div(c, mul(expandDims(deviation, 0), expandDims(deviation, 1)));
  return shapeOf(r)[0] === 1 ? reshape(r, []) : r;
}

/** Always [variables, variables]. */
function covariances(op: string, x: Tensor, rowvar: boolean, ddof: number): Tensor {
  const shape = shapeOf(x, op);
  if (shape.length < 1 || shape.length > 2)
    throw new ShapeError(
      `${op}: expected [variables,observations], got ${bracket(shape)}. Reshape to two axes.`,
    );
  const rows = shape.length === 1 ? reshape(x, [1, shape[0]!]) : rowvar ? x : transpose(x);
  const centred = sub(rows, mean(rows, { axis: 1, keepdims: true }));
  const freedom = Math.max(shapeOf(rows)[1]! - ddof, 0);
  return div(matmul(centred, transpose(centred)), freedom);
}
