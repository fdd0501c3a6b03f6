/** Eigenvalues and eigenvectors of square matrices, complex in general. */
import { Complex } from "../../complex/complex.js";
import { complexEigen } from "../../primitives/linalg/eig.js";
import type { Tensor } from "../../tensor.js";
import { ofSquare } from "./of-square.js";

/**
 * [w, v] with a·v = v·diag(w), both complex. The eigenvalues w are in no particular order, conjugate pairs side by side; the
 * columns of v are eigenvectors of norm 1 whose largest entry is real and positive. Shapes: [..., n, n] → [..., n] and
 * [..., n, n]. Derivatives need distinct eigenvalues. Throws LinalgError for matrices that are not square or not finite.
 * Source: Giles 2008, section 3.1.
 */
export const eig: (a: Tensor) => [w: Complex, v: Complex] = ofSquare("eig", (a) => {
  const [wr, wi, vr, vi] = complexEigen(a);
  return [new Complex(wr, wi), new Complex(vr, vi)];
});

/** The eigenvalues of square matrices. Shapes: [..., n, n] → complex [..., n]. Otherwise as `eig`. */
export const eigvals: (a: Tensor) => Complex = ofSquare("eigvals", (a) => eig(a)[0]);
