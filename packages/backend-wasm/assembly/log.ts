/** Logarithms: x = 2^k (1 + f) with 1 + f between sqrt(1/2) and sqrt(2), then a series in f / (2 + f). */
import { HALF, NAN, ONE, SIGN, ZERO } from "./constants";
import { Simd } from "./simd";

/** Coefficients of fdlibm's e_log.c (Sun 1993), from the highest power of s^2. */
const SERIES: usize = memory.data<f64>([
  0.14798198605116586, 0.15313837699209373, 0.1818357216161805, 0.22222198432149784, 0.2857142874366239,
  0.3999999999940942, 0.6666666666666735,
]);
/** log 2 in two pieces, the first of 32 bits. */
const LN2_HIGH: usize = memory.data<f64>([0.6931471803691238]);
const LN2_LOW: usize = memory.data<f64>([1.9082149292705877e-10]);
const TWO: usize = memory.data<f64>([2]);
const LEAST_NORMAL: usize = memory.data<f64>([2.2250738585072014e-308]);
const LARGEST: usize = memory.data<f64>([1.7976931348623157e308]);
const FIFTY_FOUR: usize = memory.data<f64>([54]);
const TWO_TO_54: usize = memory.data<f64>([18014398509481984]);
const INFINITE: usize = memory.data<f64>([Infinity]);
const ROOT_2_LESS_1: usize = memory.data<f64>([0.41421356237309503]);
/** Bits. */
const ONE_LESS_ROOT_HALF: usize = memory.data<u64>([0x00095f6200000000]);
const MANTISSA: usize = memory.data<u64>([0x000fffffffffffff]);
const ROOT_HALF: usize = memory.data<u64>([0x3fe6a09e00000000]);
const EXPONENT_OF_2_TO_52: usize = memory.data<u64>([0x4330000000000000]);
/** 2^52 + 1023. */
const BIAS: usize = memory.data<f64>([4503599627371519]);

export class Logarithm {
  /** The bits of x, shifted so that the exponent field changes at sqrt(1/2). */
  @inline
  static bits(x: v128): v128 {
    return i64x2.add(x, Simd.constant(ONE_LESS_ROOT_HALF));
  }

  @inline
  static exponent(bits: v128): v128 {
    const k = v128.or(i64x2.shr_u(bits, 52), Simd.constant(EXPONENT_OF_2_TO_52));
    return f64x2.sub(k, Simd.constant(BIAS));
  }

  @inline
  static mantissa(bits: v128): v128 {
    return i64x2.add(v128.and(bits, Simd.constant(MANTISSA)), Simd.constant(ROOT_HALF));
  }

  /** log(1 + f) - f + f^2 / 2 + lost */
  @inline
  static tail(f: v128, halfSquare: v128, lost: v128): v128 {
    const s = f64x2.div(f, f64x2.add(f, Simd.constant(TWO)));
    const z = f64x2.mul(s, s);
    let p = Simd.madd(Simd.entry(SERIES, 0), z, Simd.entry(SERIES, 1));
    p = Simd.madd(p, z, Simd.entry(SERIES, 2));
    p = Simd.madd(p, z, Simd.entry(SERIES, 3));
    p = Simd.madd(p, z, Simd.entry(SERIES, 4));
    p = Simd.madd(p, z, Simd.entry(SERIES, 5));
    p = Simd.madd(p, z, Simd.entry(SERIES, 6));
    return Simd.madd(s, Simd.madd(p, z, halfSquare), lost);
  }

  /** k log 2 + log(1 + f) + lost */
  @inline
  static sum(k: v128, f: v128, lost: v128): v128 {
    const halfSquare = f64x2.mul(f64x2.mul(f, f), Simd.constant(HALF));
    const low = Simd.madd(k, Simd.constant(LN2_LOW), lost);
    const t = f64x2.sub(Logarithm.tail(f, halfSquare, low), halfSquare);
    return Simd.madd(k, Simd.constant(LN2_HIGH), f64x2.add(t, f));
  }

  /** log(1 + f) */
  @inline
  static small(f: v128): v128 {
    const halfSquare = f64x2.mul(f64x2.mul(f, f), Simd.constant(HALF));
    return f64x2.add(f64x2.sub(Logarithm.tail(f, halfSquare, Simd.constant(ZERO)), halfSquare), f);
  }

  /**
   * log(1 + e) for 0 <= e <= 1. From sqrt(2) - 1 on, log 2 + log(1 + f) with f = (e - 1) / 2, corrected for the
   * rounding of f.
   */
  @inline
  static ofOnePlus(e: v128): v128 {
    const one = Simd.constant(ONE);
    const half = Simd.constant(HALF);
    const isLarge = f64x2.ge(e, Simd.constant(ROOT_2_LESS_1));
    const less = f64x2.sub(e, one);
    const lost = f64x2.mul(half, f64x2.sub(e, f64x2.add(less, one)));
    const f = v128.bitselect(f64x2.mul(half, less), e, isLarge);
    return Logarithm.sum(v128.and(one, isLarge), f, v128.and(lost, isLarge));
  }

  @inline
  static isNormal(x: v128): v128 {
    return v128.and(f64x2.ge(x, Simd.constant(LEAST_NORMAL)), f64x2.le(x, Simd.constant(LARGEST)));
  }

  @inline
  static isSubnormal(x: v128): v128 {
    return f64x2.lt(x, Simd.constant(LEAST_NORMAL));
  }

  /** x, or x 2^54 where x is subnormal. */
  static scaleUp(x: v128): v128 {
    return v128.bitselect(f64x2.mul(x, Simd.constant(TWO_TO_54)), x, Logarithm.isSubnormal(x));
  }

  /** k, minus 54 where x was scaled up. */
  static undoScale(k: v128, x: v128): v128 {
    return f64x2.sub(k, v128.and(Simd.constant(FIFTY_FOUR), Logarithm.isSubnormal(x)));
  }

  /** y, replaced where x is zero, negative, infinite or NaN. */
  static limits(x: v128, y: v128): v128 {
    const zero = Simd.constant(ZERO);
    const infinity = Simd.constant(INFINITE);
    y = v128.bitselect(y, x, f64x2.lt(x, infinity));
    y = v128.bitselect(f64x2.neg(infinity), y, f64x2.eq(x, zero));
    return v128.bitselect(Simd.constant(NAN), y, f64x2.lt(x, zero));
  }
}

@unmanaged
export class Log {
  @inline
  of(x: v128): v128 {
    const bits = Logarithm.bits(x);
    const f = f64x2.sub(Logarithm.mantissa(bits), Simd.constant(ONE));
    return Logarithm.sum(Logarithm.exponent(bits), f, Simd.constant(ZERO));
  }
  @inline
  usual(x: v128): v128 {
    return Logarithm.isNormal(x);
  }
  rare(x: v128): v128 {
    const bits = Logarithm.bits(Logarithm.scaleUp(x));
    const f = f64x2.sub(Logarithm.mantissa(bits), Simd.constant(ONE));
    const k = Logarithm.undoScale(Logarithm.exponent(bits), x);
    return Logarithm.limits(x, Logarithm.sum(k, f, Simd.constant(ZERO)));
  }
}

@unmanaged
export class Log1p {
  /** With u = 1 + x, rounded: log u + (1 + x - u) / u. */
  @inline
  of(x: v128): v128 {
    const one = Simd.constant(ONE);
    const zero = Simd.constant(ZERO);
    const u = f64x2.add(one, x);
    const bits = Logarithm.bits(u);
    const k = Logarithm.exponent(bits);
    const lost = v128.bitselect(
      f64x2.sub(one, f64x2.sub(u, x)),
      f64x2.sub(x, f64x2.sub(u, one)),
      f64x2.gt(x, one),
    );
    const isNear = f64x2.eq(k, zero);
    const f = v128.bitselect(x, f64x2.sub(Logarithm.mantissa(bits), one), isNear);
    const y = Logarithm.sum(k, f, v128.andnot(f64x2.div(lost, u), isNear));
    // Setting the sign of x makes the answer for -0 be -0.
    return v128.or(y, v128.and(x, Simd.constant(SIGN)));
  }
  @inline
  usual(x: v128): v128 {
    return v128.and(f64x2.gt(x, f64x2.neg(Simd.constant(ONE))), f64x2.le(x, Simd.constant(LARGEST)));
  }
  rare(x: v128): v128 {
    return v128.bitselect(this.of(x), Logarithm.limits(f64x2.add(x, Simd.constant(ONE)), x), this.usual(x));
  }
}
