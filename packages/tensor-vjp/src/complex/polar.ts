/** Modulus and angle of complex arrays. */
import { mul } from "../primitives/elementwise/arithmetic.js";
import { atan2, hypot } from "../primitives/elementwise/plane.js";
import { cos, sin } from "../primitives/elementwise/trigonometric.js";
import type { Broadcast, Shaped, Tensor } from "../tensor.js";
import { method } from "../method.js";
import { complex, toComplex } from "./complex.js";
import type { Complex, ComplexLike, PartOf } from "./complex.js";

/** A map to real tensors that keeps shapes. */
interface RealOp {
  <Z extends ComplexLike>(z: Z): Shaped<PartOf<Z>>;
  readonly name: string;
}

interface FromPolar {
  <R extends Tensor, A extends Tensor>(r: R, theta: A): Complex<Broadcast<R, A>>;
  readonly name: string;
}

/** The modulus |z|, without overflow; a real tensor. Derivative 0 at 0. */
export const abs: RealOp = method("abs", (z) => {
  const { re, im } = toComplex(z);
  return hypot(re, im);
});

/** The angle of z from the positive real axis, in (−π, π]; a real tensor. Derivative 0 at 0. */
export const angle: RealOp = method("angle", (z) => {
  const { re, im } = toComplex(z);
  return atan2(im, re);
});

/** r·e^(iθ), broadcasting. */
export const fromPolar: FromPolar = method("fromPolar", (r, theta) =>
  complex(mul(r, cos(theta)), mul(r, sin(theta))),
);
