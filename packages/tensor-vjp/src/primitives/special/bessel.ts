/** Bessel functions. No derivative in the order. */
import * as special from "@ndgrad/numerics/special";
import type { Tensor } from "../../tensor.js";
import { add, mul, neg, sub } from "../elementwise/arithmetic.js";
import { constantIn, scalarFunction } from "../elementwise/scalar-function.js";
import type { ScalarFunction } from "../elementwise/scalar-function.js";

type Unary = ScalarFunction<[x: Tensor]>;
type Ordered = ScalarFunction<[n: Tensor, x: Tensor]>;

/** J₀(x). Shapes: kept. Derivative −J₁(x), DLMF 10.6.3. */
export const j0: Unary = scalarFunction("j0", special.j0, (g, _ans, x) => neg(mul(g, j1(x))));

/** J₁(x). Shapes: kept. Derivative (J₀(x) − J₂(x))/2, DLMF 10.6.1. */
export const j1: Unary = scalarFunction("j1", special.j1, (g, _ans, x) =>
  mul(g, mul(0.5, sub(j0(x), jn(2, x)))),
);

/** Jₙ(x) for whole n. Shapes: broadcast. Derivative (Jₙ₋₁(x) − Jₙ₊₁(x))/2, DLMF 10.6.1. */
export const jn: Ordered = scalarFunction("jn", special.jn, constantIn("jn", "n"), (g, _ans, n, x) =>
  mul(g, mul(0.5, sub(jn(sub(n, 1), x), jn(add(n, 1), x)))),
);

/** Y₀(x), for x > 0; −∞ at 0. Shapes: kept. Derivative −Y₁(x), DLMF 10.6.3. */
export const y0: Unary = scalarFunction("y0", special.y0, (g, _ans, x) => neg(mul(g, y1(x))));

/** Y₁(x), for x > 0; −∞ at 0. Shapes: kept. Derivative (Y₀(x) − Y₂(x))/2, DLMF 10.6.1. */
export const y1: Unary = scalarFunction("y1", special.y1, (g, _ans, x) =>
  mul(g, mul(0.5, sub(y0(x), yn(2, x)))),
);

/** Yₙ(x) for whole n and x > 0. Shapes: broadcast. Derivative (Yₙ₋₁(x) − Yₙ₊₁(x))/2, DLMF 10.6.1. */
export const yn: Ordered = scalarFunction("yn", special.yn, constantIn("yn", "n"), (g, _ans, n, x) =>
  mul(g, mul(0.5, sub(yn(sub(n, 1), x), yn(add(n, 1), x)))),
);

/** I₀(x). Shapes: kept. Derivative I₁(x), DLMF 10.29.3. */
export const i0: Unary = scalarFunction("i0", special.i0, (g, _ans, x) => mul(g, i1(x)));

/** I₁(x). Shapes: kept. Derivative (I₀(x) + I₂(x))/2, DLMF 10.29.1. */
export const i1: Unary = scalarFunction("i1", special.i1, (g, _ans, x) =>
  mul(g, mul(0.5, add(i0(x), iv(2, x)))),
);

/** I_v(x) for real v. Shapes: broadcast. Derivative (I_{v−1}(x) + I_{v+1}(x))/2, DLMF 10.29.1. */
export const iv: Ordered = scalarFunction("iv", special.iv, constantIn("iv", "v"), (g, _ans, v, x) =>
  mul(g, mul(0.5, add(iv(sub(v, 1), x), iv(add(v, 1), x)))),
);

/** n-th derivative of e^(−|x|)·I_v(x), computed directly because recurrences lose digits for large x. */
const iveDerivative: ScalarFunction<[n: Tensor, v: Tensor, x: Tensor]> = scalarFunction(
  "iveDerivative",
  special.iveDerivative,
  constantIn("iveDerivative", "n"),
  constantIn("ive", "v"),
  (g, _ans, n, v, x) => mul(g, iveDerivative(add(n, 1), v, x)),
);

/** e^(−|x|)·I₀(x). Shapes: kept. Derivative 0 at 0, the mean of its one-sided derivatives. */
export const i0e: Unary = scalarFunction("i0e", special.i0e, (g, _ans, x) => mul(g, iveDerivative(1, 0, x)));

/** e^(−|x|)·I₁(x). Shapes: kept. */
export const i1e: Unary = scalarFunction("i1e", special.i1e, (g, _ans, x) => mul(g, iveDerivative(1, 1, x)));

/** e^(−|x|)·I_v(x) for real v. Shapes: broadcast. */
export const ive: Ordered = scalarFunction("ive", special.ive, constantIn("ive", "v"), (g, _ans, v, x) =>
  mul(g, iveDerivative(1, v, x)),
);
