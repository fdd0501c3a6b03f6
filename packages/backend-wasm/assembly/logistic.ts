/** The logistic function, its integral softplus, and logaddexp. */
import { Exponent } from "./exp";
import { Exp2 } from "./exponentials";
import { Logarithm } from "./log";
import { HALF, ONE, ZERO } from "./constants";
import { Simd } from "./simd";
import { Tangents } from "./tangents";

const NEAR: usize = memory.data<f64>([0.75]);
const PER_LN2: usize = memory.data<f64>([1.4426950408889634]);
const MINUS_HALF: usize = memory.data<f64>([-0.5]);
const QUARTER: usize = memory.data<f64>([0.25]);

/**
 * With tanh by its table at a + b = |x| / 2: (1 + ta) / 2 + m, or (1 - ta) / 2 - m below 0, m = (1 - ta^2) tb / (1 + ta
 * tb) / 2.
 */
@unmanaged
export class Sigmoid {
  @inline
  of(x: v128): v128 {
    const size = this.half(x);
    const shifted = Tangents.shifted(size);
    return this.ofParts(x, shifted, Tangents.more(size, shifted));
  }
  @inline
  half(x: v128): v128 {
    return Tangents.upToEnd(f64x2.mul(f64x2.abs(x), Simd.constant(HALF)));
  }
  @inline
  ofParts(x: v128, shifted: v128, more: v128): v128 {
    const isBelow = f64x2.lt(x, Simd.constant(ZERO));
    const half = v128.bitselect(Simd.constant(MINUS_HALF), Simd.constant(HALF), isBelow);
    return Simd.madd(more, half, v128.bitselect(Tangents.below(shifted), Tangents.above(shifted), isBelow));
  }
  @inline
  usual(x: v128): v128 {
    return Tangents.isBeforeEnd(f64x2.mul(f64x2.abs(x), Simd.constant(HALF)));
  }
  rare(x: v128): v128 {
    const beyond = this.ofPower(x, Exponent.any(f64x2.neg(f64x2.abs(x)), f64x2.splat(0)));
    return v128.bitselect(this.of(x), beyond, this.usual(x));
  }
  /** With e = e^-|x|: 1 / (1 + e), or e / (1 + e) below 0, corrected for most of the rounding error of 1 + e. */
  @inline
  ofPower(x: v128, e: v128): v128 {
    const one = Simd.constant(ONE);
    const top = v128.bitselect(e, one, f64x2.lt(x, Simd.constant(ZERO)));
    const sum = f64x2.add(one, e);
    const lost = f64x2.sub(e, f64x2.sub(sum, one));
    const part = f64x2.mul(lost, Simd.nmadd(e, Simd.constant(HALF), one));
    const y = f64x2.div(top, sum);
    return Simd.nmadd(y, part, y);
  }
}

/** From the function's value y at x: y (1 - y), or e^-x y^2 where 1 - y would lose digits. */
@unmanaged
export class SigmoidSlope {
  of(y: v128, x: v128): v128 {
    const e = Exponent.any(f64x2.neg(f64x2.abs(x)), f64x2.splat(0));
    return v128.bitselect(this.near(y), this.ofPower(y, e), this.isNear(y));
  }
  @inline
  isNear(y: v128): v128 {
    return f64x2.lt(y, Simd.constant(NEAR));
  }
  @inline
  near(y: v128): v128 {
    return f64x2.mul(y, f64x2.sub(Simd.constant(ONE), y));
  }
  @inline
  usual(x: v128): v128 {
    return Exponent.isNormal(x);
  }
  /** Where `isNear` is false, x is positive. */
  @inline
  far(y: v128, x: v128): v128 {
    return this.ofPower(y, Exponent.normal(f64x2.neg(f64x2.abs(x))));
  }
  @inline
  ofPower(y: v128, e: v128): v128 {
    return f64x2.mul(e, f64x2.mul(y, y));
  }
}

/** The slope is a quarter of that of tanh. */
@unmanaged
export class SigmoidAndSlope {
  @inline
  isUsual(x: v128): v128 {
    return changetype<Sigmoid>(0).usual(x);
  }
  @inline
  store(x: v128, out: usize, slope: usize): void {
    const size = changetype<Sigmoid>(0).half(x);
    const shifted = Tangents.shifted(size);
    const more = Tangents.more(size, shifted);
    const y = changetype<Sigmoid>(0).ofParts(x, shifted, more);
    const s = f64x2.mul(Simd.constant(QUARTER), Tangents.slope(shifted, more));
    v128.store(out, y);
    v128.store(slope, s);
  }
  amend(x: v128, out: usize, slope: usize): void {
    const isUsual = this.isUsual(x);
    const y = changetype<Sigmoid>(0).rare(x);
    const beyond = changetype<SigmoidSlope>(0).of(y, x);
    v128.store(out, y);
    v128.store(slope, v128.bitselect(v128.load(slope), beyond, isUsual));
  }
}

/** max(x, 0) + log(1 + e^-|x|) */
@unmanaged
export class Softplus {
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
  /** With e = e^-|x|, which is NaN if x is. */
  @inline
  ofPower(x: v128, e: v128): v128 {
    return f64x2.add(f64x2.pmax(Simd.constant(ZERO), x), Logarithm.ofOnePlus(e));
  }
}

/** With e = e^-|x|; the slope is the logistic function. */
@unmanaged
export class SoftplusAndSlope {
  @inline
  isUsual(x: v128): v128 {
    return Exponent.isNormal(x);
  }
  @inline
  store(x: v128, out: usize, slope: usize): void {
    this.ofPower(x, Exponent.normal(f64x2.neg(f64x2.abs(x))), out, slope);
  }
  amend(x: v128, out: usize, slope: usize): void {
    this.ofPower(x, Exponent.any(f64x2.neg(f64x2.abs(x)), f64x2.splat(0)), out, slope);
  }
  @inline
  ofPower(x: v128, e: v128, out: usize, slope: usize): void {
    v128.store(out, changetype<Softplus>(0).ofPower(x, e));
    v128.store(slope, changetype<Sigmoid>(0).ofPower(x, e));
  }
}

/**
 * log(e^x + e^y) = the larger + log(1 + e^-|x - y|). Where the larger is not finite: x if the two are equal, else x +
 * y.
 */
@unmanaged
export class Logaddexp {
  of(x: v128, y: v128): v128 {
    const far = f64x2.neg(f64x2.abs(f64x2.sub(x, y)));
    return orLimit(x, y, Logarithm.ofOnePlus(Exponent.any(far, f64x2.splat(0))));
  }
}

/** The same to the base 2. */
@unmanaged
export class Logaddexp2 {
  of(x: v128, y: v128): v128 {
    const far = f64x2.neg(f64x2.abs(f64x2.sub(x, y)));
    const e = changetype<Exp2>(0).rare(far);
    return orLimit(x, y, f64x2.mul(Logarithm.ofOnePlus(e), Simd.constant(PER_LN2)));
  }
}

function orLimit(x: v128, y: v128, more: v128): v128 {
  const larger = f64x2.max(x, y);
  const isFinite = f64x2.lt(f64x2.abs(larger), f64x2.splat(Infinity));
  return v128.bitselect(f64x2.add(larger, more), larger, isFinite);
}
