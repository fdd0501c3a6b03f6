/** Hyperbolic functions, by e^|x| and e^|x| - 1. */
import { Exponent } from "./exp";
import { HALF, ONE, SIGN } from "./constants";
import { Simd } from "./simd";

@unmanaged
export class Sinh {
  /** With t = e^|x| - 1: (t + t / (t + 1)) / 2, which for small t is better as (2 t - t^2 / (t + 1)) / 2. */
  @inline
  of(x: v128): v128 {
    const one = Simd.constant(ONE);
    const t = Exponent.minusOne(f64x2.abs(x));
    const quotient = f64x2.div(t, f64x2.add(t, one));
    const small = f64x2.sub(f64x2.add(t, t), f64x2.mul(t, quotient));
    const large = f64x2.add(t, quotient);
    const twice = v128.bitselect(small, large, f64x2.lt(t, one));
    return v128.or(f64x2.mul(Simd.constant(HALF), twice), v128.and(x, Simd.constant(SIGN)));
  }
  @inline
  usual(x: v128): v128 {
    return Exponent.isNormal(x);
  }
  rare(x: v128): v128 {
    const far = v128.or(Exponent.any(f64x2.abs(x), f64x2.splat(-1)), v128.and(x, Simd.constant(SIGN)));
    return v128.bitselect(this.of(x), far, this.usual(x));
  }
}

@unmanaged
export class Cosh {
  @inline
  of(x: v128): v128 {
    const half = Simd.constant(HALF);
    const e = Exponent.normal(f64x2.abs(x));
    return f64x2.add(f64x2.mul(half, e), f64x2.div(half, e));
  }
  @inline
  usual(x: v128): v128 {
    return Exponent.isNormal(x);
  }
  rare(x: v128): v128 {
    return v128.bitselect(this.of(x), Exponent.any(f64x2.abs(x), f64x2.splat(-1)), this.usual(x));
  }
}
