/** The logistic function and its integral. */
import { Exponent } from "./exp";
import { Sech2 } from "./hyperbolic";
import { Log1p } from "./log";
import { Simd } from "./simd";

const CONSTANTS: usize = memory.data<f64>([1, 0, 0.75, 0.5, 0.25]);

@unmanaged
export class Sigmoid {
  @inline
  of(x: v128): v128 {
    return this.ofPower(x, Exponent.normal(f64x2.neg(f64x2.abs(x))));
  }
  @inline
  usual(x: v128): v128 {
    return Exponent.isNormal(x);
  }
  rare(x: v128): v128 {
    return this.ofPower(x, Exponent.any(f64x2.neg(f64x2.abs(x)), f64x2.splat(0)));
  }
  /** With e = e^-|x|: 1 / (1 + e), or e / (1 + e) below 0. */
  @inline
  ofPower(x: v128, e: v128): v128 {
    const one = Simd.constant(CONSTANTS, 0);
    const top = v128.bitselect(e, one, f64x2.lt(x, Simd.constant(CONSTANTS, 8)));
    return f64x2.div(top, f64x2.add(one, e));
  }
}

/** Of the function's value y at x, and x: y (1 - y), or 1 / cosh(x / 2)^2 / 4 where that would have lost digits. */
@unmanaged
export class SigmoidSlope {
  @inline
  of(y: v128, x: v128): v128 {
    const near = f64x2.lt(f64x2.abs(y), Simd.constant(CONSTANTS, 16));
    const product = f64x2.mul(y, f64x2.sub(Simd.constant(CONSTANTS, 0), y));
    return i64x2.all_true(near) ? product : v128.bitselect(product, this.far(x), near);
  }
  far(x: v128): v128 {
    const slope = changetype<Sech2>(0).any(f64x2.mul(Simd.constant(CONSTANTS, 24), x));
    return f64x2.mul(Simd.constant(CONSTANTS, 32), slope);
  }
}

/** max(x, 0) + log(1 + e^-|x|) */
@unmanaged
export class Softplus {
  @inline
  of(x: v128): v128 {
    const e = Exponent.normal(f64x2.neg(f64x2.abs(x)));
    return f64x2.add(f64x2.max(x, Simd.constant(CONSTANTS, 8)), changetype<Log1p>(0).of(e));
  }
  @inline
  usual(x: v128): v128 {
    return Exponent.isNormal(x);
  }
  rare(x: v128): v128 {
    const e = Exponent.any(f64x2.neg(f64x2.abs(x)), f64x2.splat(0));
    return f64x2.add(f64x2.max(x, Simd.constant(CONSTANTS, 8)), changetype<Log1p>(0).of(e));
  }
}
