/** Student's t distribution with location 0 and scale 1. */
import { betainc } from "@ndgrad/numerics/special";
import type { Tensor } from "../../tensor.js";
import { add, div, mul, square, sub } from "../elementwise/arithmetic.js";
import { exp, log, log1p } from "../elementwise/exponential.js";
import { constantIn, scalarFunction } from "../elementwise/scalar-function.js";
import type { ScalarFunction } from "../elementwise/scalar-function.js";
import { betaln } from "./beta.js";

/** The distribution function at z, whose slope is the density; no derivative in df. Source: DLMF 8.17. */
export const studentCdf: ScalarFunction<[df: Tensor, z: Tensor]> = scalarFunction(
  "t.cdf",
  (df = NaN, z = NaN) => {
    const tail = 0.5 * betainc(0.5 * df, 0.5, df / (df + z * z));
    return z > 0 ? 1 - tail : tail;
  },
  constantIn("t.cdf", "df"),
  (g, _ans, df, z) => mul(g, exp(studentLogDensity(df, z))),
);

/** log of the density: −(df + 1)/2·log(1 + z²/df) − log(√df B(df/2, 1/2)). */
export function studentLogDensity(df: Tensor, z: Tensor): Tensor {
  const shape = mul(mul(-0.5, add(df, 1)), log1p(div(square(z), df)));
  return sub(shape, add(betaln(mul(0.5, df), 0.5), mul(0.5, log(df))));
}
