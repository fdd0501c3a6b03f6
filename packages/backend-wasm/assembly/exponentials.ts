/** e^x, e^x - 1 and 2^x. */
import { Exponent } from "./exp";
import { Simd } from "./simd";

const SIGN: usize = memory.data<u64>([0x8000000000000000]);
/** log 2; below this |x|, 2^x is normal; clamps. */
const CONSTANTS: usize = memory.data<f64>([0.6931471805599453, 1022, 1025, -1080, 1, 6755399441055744]);

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
  /** The sign of x makes -0 of -0. */
  @inline
  of(x: v128): v128 {
    return v128.or(Exponent.minusOne(x), v128.and(x, Simd.constant(SIGN, 0)));
  }
  @inline
  usual(x: v128): v128 {
    return Exponent.isNormal(x);
  }
  rare(x: v128): v128 {
    const far = f64x2.sub(Exponent.any(x, f64x2.splat(0)), Simd.constant(CONSTANTS, 32));
    return v128.bitselect(this.of(x), far, this.usual(x));
  }
}

@unmanaged
export class Exp2 {
  @inline
  of(x: v128): v128 {
    const shifted = f64x2.add(x, Simd.constant(CONSTANTS, 40));
    const rest = f64x2.sub(x, f64x2.sub(shifted, Simd.constant(CONSTANTS, 40)));
    const y = Exponent.small(f64x2.mul(rest, Simd.constant(CONSTANTS, 0)));
    return i64x2.add(y, i64x2.shl(shifted, 52));
  }
  @inline
  usual(x: v128): v128 {
    return f64x2.lt(f64x2.abs(x), Simd.constant(CONSTANTS, 8));
  }
  rare(x: v128): v128 {
    const clamped = f64x2.pmax(f64x2.pmin(x, Simd.constant(CONSTANTS, 16)), Simd.constant(CONSTANTS, 24));
    const n = f64x2.nearest(clamped);
    const y = Exponent.small(f64x2.mul(f64x2.sub(clamped, n), Simd.constant(CONSTANTS, 0)));
    return v128.bitselect(Exponent.scale(y, n), x, f64x2.eq(x, x));
  }
}
