/**
 * Complex arrays: a pair of real tensors that transforms take apart, so that every transform, of any order, works.
 *
 * A gradient has the same form as the argument: for a real loss L of z = x + iy it is the complex array ∂L/∂x + i ∂L/∂y, the
 * direction of steepest ascent, and the `pull` of a vjp takes and gives such arrays. HIPS autograd and JAX use its conjugate,
 * ∂L/∂x − i ∂L/∂y: see `gradComplex`. For a holomorphic f, `pull(g)` here is g·conj(f'(z)), where autograd's vjp is g·f'(z);
 * a jvp is t·f'(z) in both conventions.
 */
import { registerTreeClass } from "@ndgrad/core";
import { ArgumentError, withErrorName } from "../errors.js";
import { method } from "../method.js";
import { neg } from "../primitives/elementwise/arithmetic.js";
import { broadcastTo } from "../primitives/shape/broadcast.js";
import { zerosLike } from "../ops/create/create.js";
import { broadcastShapes, sameShape } from "../shape.js";
import { describe, shapeOf } from "../tensor.js";
import type { Broadcast, Nd, Shape, Shaped, Tensor } from "../tensor.js";

/** re + i·im. Immutable: results may share a part with an argument, so write to neither. */
export class Complex<T extends Tensor = Tensor> {
  /** Both parts must have the same shape; `complex(re, im)` broadcasts them first. */
  constructor(
    readonly re: T,
    readonly im: T,
  ) {}

  get shape(): Shape {
    return shapeOf(this.re);
  }

  toString(): string {
    return `complex ${describe(this.re)}`;
  }

  /** `z * 2` would silently be NaN: refuse. */
  [Symbol.toPrimitive](hint: string): string {
    if (hint === "string") return this.toString();
    throw new ArgumentError(
      "complex: expected an op on a complex array, got it used with a JS operator. Write mul(z, w), add(z, w), …",
    );
  }
}

registerTreeClass<Complex>(Complex, {
  children: (z) => [z.re, z.im],
  // A tree is rebuilt with tensors where it had tensors.
  rebuild: ([re, im]) => new Complex(re as Tensor, im as Tensor),
});

/** What complex ops take: real tensors stand for themselves plus 0i. */
export type ComplexLike = Complex | Tensor;

/** The type of the parts: numbers for a complex number, ndarrays for an array. */
export type PartOf<Z extends ComplexLike> =
  Z extends Complex<infer T> ? T : Z extends number ? number : Z extends Nd ? Nd : never;

/** A map that keeps shapes. */
export interface ComplexUnary {
  <Z extends ComplexLike>(z: Z): Complex<Shaped<PartOf<Z>>>;
  /** Every function has it. It is declared because the compiler infers nothing from a type that is only a generic signature. */
  readonly name: string;
}
/** A map of two arguments that broadcast. */
export interface ComplexBinary {
  <Z extends ComplexLike, W extends ComplexLike>(z: Z, w: W): Complex<Broadcast<PartOf<Z>, PartOf<W>>>;
  readonly name: string;
}
/** A map from complex arrays to one of their parts. */
export interface ComplexPart {
  <Z extends ComplexLike>(z: Z): PartOf<Z>;
  readonly name: string;
}

/** The complex array re + i·im; the parts broadcast. Throws ShapeError where they do not. */
export function complex<X extends Tensor, Y extends Tensor>(re: X, im: Y): Complex<Broadcast<X, Y>>;
export function complex(re: Tensor, im: Tensor): Complex {
  const shape = withErrorName("complex", () => broadcastShapes(shapeOf(re), shapeOf(im)));
  const whole = (part: Tensor): Tensor => (sameShape(shapeOf(part), shape) ? part : broadcastTo(part, shape));
  return new Complex(whole(re), whole(im));
}

/** `z` if it is complex, else z + 0i. Throws ArgumentError for anything that is not a tensor. */
export function toComplex<Z extends ComplexLike>(z: Z): Complex<PartOf<Z>>;
export function toComplex(z: ComplexLike): Complex {
  if (z instanceof Complex) return z;
  withErrorName("toComplex", () => shapeOf(z));
  return new Complex(z, zerosLike(z));
}

/** The real part; a real tensor itself. Linear over the reals. */
export const real: ComplexPart = method("real", (z) => toComplex(z).re);

/** The imaginary part; 0 for a real tensor. Linear over the reals. */
export const imag: ComplexPart = method("imag", (z) => toComplex(z).im);

/** re − i·im. Linear over the reals, nowhere holomorphic. */
export const conj: ComplexUnary = method("conj", (z) => {
  const { re, im } = toComplex(z);
  return new Complex(re, neg(im));
});
