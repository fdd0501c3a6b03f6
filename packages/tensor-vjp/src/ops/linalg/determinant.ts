/** Determinants, and their logarithms. */
import { determinant, determinantSign, logDeterminant } from "../../primitives/linalg/determinant.js";
import type { Tensor } from "../../tensor.js";
import { ofSquare } from "./of-square.js";

/**
 * The determinant. Shapes: [..., n, n] → [...], a number for one matrix; 1 for n = 0. Derivative: the cofactors (Jacobi's
 * formula), which exist for singular matrices too. Throws LinalgError for matrices that are not square.
 */
export const det: (a: Tensor) => Tensor = ofSquare("det", determinant);

/**
 * [sign, log |det a|], also where the determinant itself would overflow. Shapes: [..., n, n] → two of [...]. Derivative of
 * the logarithm: a⁻ᵀ; the sign has none. A singular matrix gives [0, −∞], and differentiating there throws LinalgError.
 * Throws LinalgError for matrices that are not square.
 */
export const slogdet: (a: Tensor) => [sign: Tensor, logdet: Tensor] = ofSquare("slogdet", (a) => [
  determinantSign(a),
  logDeterminant(a),
]);
