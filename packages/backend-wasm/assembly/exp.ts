/** Powers of e: x = n log 2 + r with |r| <= log(2) / 2, then a polynomial in r, then 2^n (Cody & Waite 1980). */
import { Polynomial } from "./polynomial";
import { HALF, ONE } from "./constants";
import { Simd } from "./simd";

/** 1 / log 2; the number whose addition rounds to an integer; log 2 in two pieces, the first of 32 bits. */
const PER_LN2: usize = memory.data<f64>([1.4426950408889634]);
const ROUNDER: usize = memory.data<f64>([6755399441055744]);
const LN2_HIGH: usize = memory.data<f64>([0.6931471803691238]);
const LN2_LOW: usize = memory.data<f64>([1.9082149292705877e-10]);
/** (e^r - 1 - r) / r^2, minimax to 1.4e-18 (Remez), from the highest power. */
const POLYNOMIAL: usize = memory.data<f64>([
  2.092156943412959e-9, 2.510521613746728e-8, 2.75572529649361e-7, 2.7557255402374484e-6, 2.48015873472931e-5,
  1.9841269874818924e-4, 1.3888888888874415e-3, 8.333333333326136e-3, 0.041666666666666685,
  0.1666666666666667, 0.5,
]);
/** Up to the first |x|, e^x and e^-x are normal numbers; beyond the others, e^x / 2 is infinite or 0. */
const USUAL: usize = memory.data<f64>([708]);
const OVERFLOW: usize = memory.data<f64>([711]);
const UNDERFLOW: usize = memory.data<f64>([-746]);

export class Exponent {
  /** n + ROUNDER, which holds the integer n in its low bits. */
  @inline
  static shifted(x: v128): v128 {
    return Simd.madd(x, Simd.constant(PER_LN2), Simd.constant(ROUNDER));
  }

  @inline
  static integer(shifted: v128): v128 {
    return f64x2.sub(shifted, Simd.constant(ROUNDER));
  }

  @inline
  static polynomial(r: v128): v128 {
    const r2 = f64x2.mul(r, r);
    const r4 = f64x2.mul(r2, r2);
    const high = Simd.madd(Simd.entry(POLYNOMIAL, 0), r2, Polynomial.linear(POLYNOMIAL, 1, r));
    const middle = Polynomial.cubic(POLYNOMIAL, 3, r, r2);
    return Simd.madd(Simd.madd(high, r4, middle), r4, Polynomial.cubic(POLYNOMIAL, 7, r, r2));
  }

  /** e^r, |r| <= log(2) / 2. */
  @inline
  static small(r: v128): v128 {
    const p = Exponent.polynomial(r);
    return f64x2.add(Simd.constant(ONE), Simd.madd(f64x2.mul(r, r), p, r));
  }

  /** e^r for x = n log 2 + r. */
  @inline
  static mantissa(x: v128, n: v128): v128 {
    const r = Simd.nmadd(n, Simd.constant(LN2_HIGH), x);
    return Exponent.small(Simd.nmadd(n, Simd.constant(LN2_LOW), r));
  }

  /** 2^n for n from -1022 to 1023, from n + ROUNDER. */
  @inline
  static power(shifted: v128): v128 {
    return i64x2.add(i64x2.shl(shifted, 52), Simd.constant(ONE));
  }

  /** y 2^n, in two multiplications by normal numbers. */
  static scale(y: v128, n: v128): v128 {
    const half = f64x2.floor(f64x2.mul(n, Simd.constant(HALF)));
    const magic = Simd.constant(ROUNDER);
    const first = Exponent.power(f64x2.add(half, magic));
    const second = Exponent.power(f64x2.add(f64x2.sub(n, half), magic));
    return f64x2.mul(f64x2.mul(y, first), second);
  }

  /** e^x, when |x| < 708. */
  @inline
  static normal(x: v128): v128 {
    const shifted = Exponent.shifted(x);
    return i64x2.add(Exponent.mantissa(x, Exponent.integer(shifted)), i64x2.shl(shifted, 52));
  }

  /** e^x, when |x| < 708 or x is NaN. */
  @inline
  static product(x: v128): v128 {
    const shifted = Exponent.shifted(x);
    return f64x2.mul(Exponent.mantissa(x, Exponent.integer(shifted)), Exponent.power(shifted));
  }

  /** e^r - 1 for r = (x - n LN2_HIGH) - low, with the rounding error of r added back. */
  @inline
  static mantissaMinusOne(x: v128, low: v128, n: v128): v128 {
    const high = Simd.nmadd(n, Simd.constant(LN2_HIGH), x);
    const r = f64x2.sub(high, low);
    const lost = f64x2.sub(f64x2.sub(high, r), low);
    return f64x2.add(r, Simd.madd(f64x2.mul(r, r), Exponent.polynomial(r), lost));
  }

  /** e^x - 1 = 2^n (e^r - 1) + (2^n - 1), when |x| < 708. */
  @inline
  static minusOne(x: v128): v128 {
    const shifted = Exponent.shifted(x);
    const n = Exponent.integer(shifted);
    const p = Exponent.mantissaMinusOne(x, f64x2.mul(n, Simd.constant(LN2_LOW)), n);
    const power = Exponent.power(shifted);
    return Simd.madd(power, p, f64x2.sub(power, Simd.constant(ONE)));
  }

  /** e^(x + more) for small `more` and |x| up to 766, including answers that overflow or underflow. */
  @inline
  static ofSum(x: v128, more: v128): v128 {
    const n = Exponent.integer(Exponent.shifted(x));
    const less = f64x2.sub(f64x2.mul(n, Simd.constant(LN2_LOW)), more);
    return Exponent.scale(f64x2.add(Simd.constant(ONE), Exponent.mantissaMinusOne(x, less, n)), n);
  }

  @inline
  static isNormal(x: v128): v128 {
    return f64x2.lt(f64x2.abs(x), Simd.constant(USUAL));
  }

  /** 2^k e^x for any x and a small integer k. */
  static any(x: v128, k: v128): v128 {
    const clamped = f64x2.pmax(f64x2.pmin(x, Simd.constant(OVERFLOW)), Simd.constant(UNDERFLOW));
    const n = Exponent.integer(Exponent.shifted(clamped));
    const y = Exponent.scale(Exponent.mantissa(clamped, n), f64x2.add(n, k));
    return v128.bitselect(y, x, f64x2.eq(x, x));
  }
}
