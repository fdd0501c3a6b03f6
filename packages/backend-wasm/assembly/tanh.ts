/** tanh and its slope. */
import { Exponent } from "./exp";
import { HALF, ONE, SIGN } from "./constants";
import { Simd } from "./simd";
import { Tangents } from "./tangents";

const MINUS_TWO: usize = memory.data<f64>([-2]);

@unmanaged
export class Tanh {
  @inline
  of(x: v128): v128 {
    const size = Tangents.upToEnd(f64x2.abs(x));
    const shifted = Tangents.shifted(size);
    return this.ofParts(x, shifted, Tangents.more(size, shifted));
  }
  @inline
  ofParts(x: v128, shifted: v128, more: v128): v128 {
    const y = f64x2.add(Tangents.value(shifted), more);
    return v128.or(y, v128.and(x, Simd.constant(SIGN)));
  }
}

/** From y = tanh x and x: (1 - y) (1 + y), or 1 / cosh^2 where that would amplify the error of y. */
@unmanaged
export class TanhSlope {
  of(y: v128, x: v128): v128 {
    const e = Exponent.any(this.exponent(x), f64x2.splat(0));
    return v128.bitselect(this.near(y), this.ofPower(y, e), this.isNear(y));
  }
  @inline
  isNear(y: v128): v128 {
    return f64x2.lt(f64x2.abs(y), Simd.constant(HALF));
  }
  @inline
  near(y: v128): v128 {
    const one = Simd.constant(ONE);
    return f64x2.mul(f64x2.sub(one, y), f64x2.add(one, y));
  }
  @inline
  usual(x: v128): v128 {
    return Exponent.isNormal(f64x2.add(x, x));
  }
  @inline
  far(y: v128, x: v128): v128 {
    return this.ofPower(y, Exponent.normal(this.exponent(x)));
  }
  @inline
  exponent(x: v128): v128 {
    return f64x2.mul(f64x2.abs(x), Simd.constant(MINUS_TWO));
  }
  /** With e = e^-2|x|, 1 / cosh^2 = 4 e / (1 + e)^2 and 1 + |y| = 2 / (1 + e). */
  @inline
  ofPower(y: v128, e: v128): v128 {
    const sum = f64x2.add(Simd.constant(ONE), f64x2.abs(y));
    return f64x2.mul(e, f64x2.mul(sum, sum));
  }
}

@unmanaged
export class TanhAndSlope {
  @inline
  isUsual(x: v128): v128 {
    return Tangents.isBeforeEnd(f64x2.abs(x));
  }
  @inline
  store(x: v128, out: usize, slope: usize): void {
    const size = Tangents.upToEnd(f64x2.abs(x));
    const shifted = Tangents.shifted(size);
    const more = Tangents.more(size, shifted);
    const y = changetype<Tanh>(0).ofParts(x, shifted, more);
    const s = Tangents.slope(shifted, more);
    v128.store(out, y);
    v128.store(slope, s);
  }
  amend(x: v128, out: usize, slope: usize): void {
    const beyond = changetype<TanhSlope>(0).of(v128.load(out), x);
    v128.store(slope, v128.bitselect(v128.load(slope), beyond, this.isUsual(x)));
  }
}
