/** Modulus and angle of complex arrays. */
import { mul } from "../primitives/elementwise/arithmetic.js";
import { atan2, hypot } from "../primitives/elementwise/plane.js";
import { cos, sin } from "../primitives/elementwise/trigonometric.js";
import type { Broadcast, Shaped, Tensor } from "../tensor.js";
import { complex, toComplex } from "./complex.js";
import type { Complex, ComplexLike, PartOf } from "./complex.js";

/** The modulus |z|, without overflow; a real tensor. Derivative 0 at 0. */
export function abs<Z extends ComplexLike>(z: Z): Shaped<PartOf<Z>>;
export function abs(z: ComplexLike): Tensor {
  const { re, im } = toComplex(z, "abs");
  return hypot(re, im);
}

/** The angle of z from the positive real axis, in (−π, π]; a real tensor. Derivative 0 at 0. */
export function angle<Z extends ComplexLike>(z: Z): Shaped<PartOf<Z>>;
export function angle(z: ComplexLike): Tensor {
  const { re, im } = toComplex(z, "angle");
  return atan2(im, re);
}

/** r·e^(iθ), broadcasting. */
export function fromPolar<R extends Tensor, A extends Tensor>(r: R, theta: A): Complex<Broadcast<R, A>>;
export function fromPolar(r: Tensor, theta: Tensor): Complex {
  return complex(mul(r, cos(theta)), mul(r, sin(theta)));
}
