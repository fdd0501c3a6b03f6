/** Student's t distribution with df degrees of freedom. */
import { betainc } from "@ndgrad/numerics/special";
import type { Tensor } from "../../tensor.js";
import { add, div, mul, square, sub } from "../../primitives/elementwise/arithmetic.js";
import { exp, log, log1p } from "../../primitives/elementwise/exponential.js";
import { constantIn, scalarFunction } from "../../primitives/elementwise/scalar-function.js";
import type { ScalarFunction } from "../../primitives/elementwise/scalar-function.js";
import { betaln } from "../../primitives/special/beta.js";
import { standardized } from "./support.js";

/** log of the density: −(df + 1)/2·log(1 + z²/df) − log(√df B(df/2, 1/2) scale). Shapes: broadcast. Differentiable in all. */
export function logpdf(x: Tensor, df: Tensor, loc: Tensor = 0, scale: Tensor = 1): Tensor {
  const z = standardized(x, loc, scale);
  const shape = mul(mul(-0.5, add(df, 1)), log1p(div(square(z), df)));
  const size = add(betaln(mul(0.5, df), 0.5), add(mul(0.5, log(df)), log(scale)));
  return sub(shape, size);
}

/** The density. Shapes: broadcast. */
export function pdf(x: Tensor, df: Tensor, loc: Tensor = 0, scale: Tensor = 1): Tensor {
  return exp(logpdf(x, df, loc, scale));
}

const standardCdf: ScalarFunction<[df: Tensor, z: Tensor]> = scalarFunction(
  "t.cdf",
  (df = NaN, z = NaN) => {
    const tail = 0.5 * betainc(0.5 * df, 0.5, df / (df + z * z));
    return z > 0 ? 1 - tail : tail;
  },
  constantIn("t.cdf", "df"),
  (g, _ans, df, z) => mul(g, pdf(z, df)),
);

/** The distribution function. Shapes: broadcast. No derivative in df. Source: DLMF 8.17. */
export function cdf(x: Tensor, df: Tensor, loc: Tensor = 0, scale: Tensor = 1): Tensor {
  return standardCdf(df, standardized(x, loc, scale));
}

/** log of the distribution function. Shapes: broadcast. No derivative in df. */
export function logcdf(x: Tensor, df: Tensor, loc: Tensor = 0, scale: Tensor = 1): Tensor {
  return log(cdf(x, df, loc, scale));
}
