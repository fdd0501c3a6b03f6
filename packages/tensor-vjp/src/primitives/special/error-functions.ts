/** The scaled complementary error function, and inverse error functions. */
import * as special from "@ndgrad/numerics/special";
import type { Tensor } from "../../tensor.js";
import { add, mul, neg, square } from "../elementwise/arithmetic.js";
import { exp } from "../elementwise/exponential.js";
import { constantIn, scalarFunction } from "../elementwise/scalar-function.js";
import type { ScalarFunction } from "../elementwise/scalar-function.js";

const HALF_ROOT_PI = Math.sqrt(Math.PI) / 2;

/** n-th derivative of erfcx, for whole n ≥ 0. */
const erfcxDerivative: ScalarFunction<[n: Tensor, x: Tensor]> = scalarFunction(
  "erfcxDerivative",
  special.erfcxDerivative,
  constantIn("erfcxDerivative", "n"),
  (g, _ans, n, x) => mul(g, erfcxDerivative(add(n, 1), x)),
);

/** e^(x²)·erfc x, which decays like 1/x where erfc underflows. Shapes: kept. Source: DLMF 7.2.3. */
export const erfcx: ScalarFunction<[x: Tensor]> = scalarFunction("erfcx", special.erfcx, (g, _ans, x) =>
  mul(g, erfcxDerivative(1, x)),
);

/** x with erf x = y, for y in [−1, 1]; ±∞ at ±1, NaN outside. Shapes: kept. Derivative √π/2·e^(x²). */
export const erfinv: ScalarFunction<[y: Tensor]> = scalarFunction("erfinv", special.erfinv, (g, x) =>
  mul(g, mul(HALF_ROOT_PI, exp(square(x)))),
);

/** x with erfc x = y, for y in [0, 2]; +∞ at 0, −∞ at 2, NaN outside. Shapes: kept. Derivative −√π/2·e^(x²). */
export const erfcinv: ScalarFunction<[y: Tensor]> = scalarFunction("erfcinv", special.erfcinv, (g, x) =>
  neg(mul(g, mul(HALF_ROOT_PI, exp(square(x))))),
);
