/** The standard normal distribution function, its logarithm and its inverse. */
import * as special from "@ndgrad/numerics/special";
import type { Tensor } from "../../tensor.js";
import { div, mul, square } from "../elementwise/arithmetic.js";
import { exp } from "../elementwise/exponential.js";
import { scalarFunction } from "../elementwise/scalar-function.js";
import type { ScalarFunction } from "../elementwise/scalar-function.js";
import { erfcx } from "./error-functions.js";

const ROOT_2PI = Math.sqrt(2 * Math.PI);

/** Φ(x), the probability below x. Shapes: kept. Derivative e^(−x²/2)/√(2π). */
export const ndtr: ScalarFunction<[x: Tensor]> = scalarFunction("ndtr", special.ndtr, (g, _ans, x) =>
  mul(g, div(exp(mul(-0.5, square(x))), ROOT_2PI)),
);

/** log Φ(x), finite where Φ underflows. Shapes: kept. Derivative √(2/π)/erfcx(−x/√2), accurate in the tails to any order. */
export const logNdtr: ScalarFunction<[x: Tensor]> = scalarFunction("logNdtr", special.logNdtr, (g, _ans, x) =>
  mul(g, div(Math.sqrt(2 / Math.PI), erfcx(mul(-Math.SQRT1_2, x)))),
);

/** z with Φ(z) = p; −∞ at 0, +∞ at 1, NaN outside. Shapes: kept. Derivative √(2π)·e^(z²/2). */
export const ndtri: ScalarFunction<[p: Tensor]> = scalarFunction("ndtri", special.ndtri, (g, z) =>
  mul(g, mul(ROOT_2PI, exp(mul(0.5, square(z))))),
);
