/** Functions of square matrices: exponential, logarithm, square root. */
import { asArray } from "../../as-array.js";
import { exponentialOf, logarithmOf, rootOf } from "../../primitives/linalg/functions.js";
import type { Nd, Tensor } from "../../tensor.js";
import { ofSquare } from "./of-square.js";

/**
 * The matrix exponential. Shapes: [..., n, n], kept. Throws LinalgError for matrices that are not square.
 * Sources: Al-Mohy & Higham 2009; Mathias 1996 for the derivative.
 */
export const expm: (a: Tensor) => Nd = ofSquare("expm", (a) => asArray(exponentialOf(a)));

/**
 * The principal logarithm of square matrices. Shapes: [..., n, n], kept. Throws LinalgError where it is not real (an
 * eigenvalue is negative) or does not exist (an eigenvalue is 0), and for matrices that are not square.
 * Sources: Higham 2008, 11.5; Mathias 1996.
 */
export const logm: (a: Tensor) => Nd = ofSquare("logm", (a) => asArray(logarithmOf(a)));

/**
 * The principal square root of square matrices. Shapes: [..., n, n], kept. Throws LinalgError where it is not real (an
 * eigenvalue is negative) or does not exist, and for matrices that are not square.
 * Sources: Björck & Hammarling 1983; for the derivative x·ẋ + ẋ·x = ȧ.
 */
export const sqrtm: (a: Tensor) => Nd = ofSquare("sqrtm", (a) => asArray(rootOf(a)));
