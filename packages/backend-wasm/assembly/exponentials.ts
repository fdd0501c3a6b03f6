/** e^x, e^x - 1 and 2^x. */
import { Exponent } from "./exp";
import { ONE, SIGN } from "./constants";
import { Simd } from "./simd";

/** log 2; below this |x|, 2^x is normal; clamps. */
const LN2: usize = memory.data<f64>([0.6931471805599453]);
const USUAL: usize = memory.data<f64>([1022]);
const OVERFLOW: usize = memory.data<f64>([1025]);
const UNDERFLOW: usize = memory.data<f64>([-1080]);
const ROUNDER: usize = memory.data<f64>([6755399441055744]);

@unmanaged
export class Exp {
  @inline
  of(x: v128): v128 {
    return Exponent.normal(x);
  }
  @inline
  usual(x: v128): v128 {
    return Exponent.isNormal(x);
  }
  rare(x: v128): v128 {
    return Exponent.any(x, f64x2.splat(0));
  }
}

@unmanaged
export class Expm1 {
  /** Setting the sign of x makes the answer for -0 be -0. */
  @inline
  of(x: v128): v128 {
    return v128.or(Exponent.minusOne(x), v128.and(x, Simd.constant(SIGN)));
  }
  @inline
  usual(x: v128): v128 {
    return Exponent.isNormal(x);
  }
  rare(x: v128): v128 {
    const far = f64x2.sub(Exponent.any(x, f64x2.splat(0)), Simd.constant(ONE));
    return v128.bitselect(this.of(x), far, this.usual(x));
  }
}

@unmanaged
export class Exp2 {
  @inline
  of(x: v128): v128 {
    const shifted = f64x2.add(x, Simd.constant(ROUNDER));
    const rest = f64x2.sub(x, f64x2.sub(shifted, Simd.constant(ROUNDER)));
    const y = Exponent.small(f64x2.mul(rest, Simd.constant(LN2)));
    return i64x2.add(y, i64x2.shl(shifted, 52));
  }
  @inline
  usual(x: v128): v128 {
    return f64x2.lt(f64x2.abs(x), Simd.constant(USUAL));
  }
  rare(x: v128): v128 {
    const clamped = f64x2.pmax(f64x2.pmin(x, Simd.constant(OVERFLOW)), Simd.constant(UNDERFLOW));
    const n = f64x2.nearest(clamped);
    const y = Exponent.small(f64x2.mul(f64x2.sub(clamped, n), Simd.constant(LN2)));
    return v128.bitselect(Exponent.scale(y, n), x, f64x2.eq(x, x));
  }
}
