/** Convolution of two vectors, as in NumPy. */
import { method } from "../../method.js";
import { ShapeError } from "../../errors.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { convolve as convolveNd } from "./convolve-nd.js";
import type { ConvolveMode } from "./convolve-nd.js";
import { asArray } from "../../as-array.js";
import { reshape } from "../shape/reshape.js";

/**
 * Σⱼ a[i − j]·v[j], where n is the longer length and m the shorter. Shapes: [n], [m] → n + m − 1 for mode `full`, the
 * default; n for `same`, from position ⌊(m − 1)/2⌋ of `full` on; n − m + 1 for `valid`. A number is a vector of one.
 * Bilinear. Throws ShapeError for more axes (see `convolve` of the subpath signal), ValueError for empty arrays.
 */
export const convolve: (a: Tensor, v: Tensor, options?: { readonly mode?: ConvolveMode }) => Nd = method(
  "convolve",
  { mode: undefined },
  (a, v, { mode }) => {
    const [x, w] = [vector(a), vector(v)];
    const [long, short] = shapeOf(x)[0]! < shapeOf(w)[0]! ? [w, x] : [x, w];
    return asArray(convolveNd(long, short, { mode }));
  },
);

function vector(x: Tensor): Tensor {
  const shape = shapeOf(x);
  if (shape.length < 2) return shape.length === 1 ? x : reshape(x, [1]);
  throw new ShapeError(
    `expected vectors, got ${bracket(shape)}. Use convolve of @ndgrad/tensor-vjp/signal for more axes.`,
  );
}
