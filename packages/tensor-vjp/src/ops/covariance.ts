/** Covariances and correlations. */
import { ShapeError } from "../errors.js";
import { checked } from "../options.js";
import { bracket } from "../shape.js";
import { shapeOf } from "../tensor.js";
import type { Nd, Tensor } from "../tensor.js";
import { div, sub } from "./arithmetic.js";
import { diagonal } from "./diagonal.js";
import { expandDims } from "./dimensions.js";
import { matmul } from "./matmul.js";
import { mean } from "./mean.js";
import { mul } from "./arithmetic.js";
import { sqrt } from "./power.js";
import { ranked } from "./ranked.js";
import { reshape } from "./reshape.js";
import { transpose } from "./transpose.js";

export interface CovOptions {
  /** Rows are variables (default), or columns. */
  readonly rowvar?: boolean | undefined;
  /** What is taken from the number of observations, 1. */
  readonly ddof?: number | undefined;
}

/**
 * The covariance of variables. Shapes: [variables, observations] → [variables, variables]; a vector is one variable, and gives
 * [1, 1]. Throws ShapeError for more axes. NaN or ∞ where observations − ddof ≤ 0.
 */
export function cov(x: Tensor, options: CovOptions = {}): Nd {
  const { rowvar = true, ddof = 1 } = checked("cov", options, ["rowvar", "ddof"]);
  const shape = shapeOf(x, "cov");
  if (shape.length < 1 || shape.length > 2)
    throw new ShapeError(
      `cov: expected [variables,observations], got ${bracket(shape)}. Reshape to two axes.`,
    );
  const rows = shape.length === 1 ? reshape(x, [1, shape[0]!]) : rowvar ? x : transpose(x);
  const centred = sub(rows, mean(rows, { axis: 1, keepdims: true }));
  const freedom = Math.max(shapeOf(rows)[1]! - ddof, 0);
  return ranked(div(matmul(centred, transpose(centred)), freedom));
}

/** Correlation coefficients: the covariance over both standard deviations. Shapes and errors as for `cov`. */
export function corrcoef(x: Tensor, options: { readonly rowvar?: boolean } = {}): Nd {
  const { rowvar = true } = checked("corrcoef", options, ["rowvar"]);
  const c = cov(x, { rowvar });
  const deviation = sqrt(diagonal(c));
  return ranked(div(c, mul(expandDims(deviation, 0), expandDims(deviation, 1))));
}
