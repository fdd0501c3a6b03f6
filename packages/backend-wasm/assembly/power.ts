/** Powers: x^y = e^(y log x), with log x to 68 bits by a table (Tang 1990). */
import { Exponent } from "./exp";
import { Logarithm } from "./log";
import { Polynomial } from "./polynomial";
import { LOGARITHMS } from "./power-table";
import { HALF, NAN, ONE, SIGN, ZERO } from "./constants";
import { Simd } from "./simd";

/** (log(1 + r) - r + r^2 / 2) / r^3 for |r| < 2^-7.7, to 2^-55 (at Chebyshev's points), from the highest power. */
const SERIES: usize = memory.data<f64>([
  0.11111471693989687, -0.12500396641022365, 0.14285714281628012, -0.16666666662171767, 0.20000000000000012,
  -0.2500000000000001, 0.3333333333333333,
]);
/** log 2 in two pieces, the first a multiple of 2^-42. */
const LN2_HIGH: usize = memory.data<f64>([0.6931471805598903]);
const LN2_LOW: usize = memory.data<f64>([5.497923018708371e-14]);
/**
 * Bits: where the table starts; the first 23 digits of a number, and half of their last unit; half of the last of 26.
 */
const ONE_LESS_START: usize = memory.data<u64>([0x0009500000000000]);
const MANTISSA: usize = memory.data<u64>([0x000fffffffffffff]);
const START: usize = memory.data<u64>([0x3fe6b00000000000]);
const HEAD_HALF: usize = memory.data<u64>([0x20000000]);
const HEAD: usize = memory.data<u64>([0xffffffffc0000000]);
const LOW_HALF: usize = memory.data<u64>([0xfffffffff8000000]);
/** Beyond the first two, e^x is 0 or infinite; so is to the power of the third what is not 1. */
const UNDERFLOW: usize = memory.data<f64>([-760]);
const OVERFLOW: usize = memory.data<f64>([720]);
const FAR: usize = memory.data<f64>([1.1805916207174113e21]);
const INFINITE: usize = memory.data<f64>([Infinity]);
const MINUS_ONE: usize = memory.data<f64>([-1]);

/** NumPy's power: 1 to any power is 1, also for NaN and infinite powers, and so is -1 to an infinite one. */
@unmanaged
export class Pow {
  @inline
  of(x: v128, y: v128): v128 {
    const isUsual = v128.and(Logarithm.isNormal(x), f64x2.le(f64x2.abs(y), Simd.constant(FAR)));
    return i64x2.all_true(isUsual) ? this.usual(x, y) : this.any(x, y);
  }

  usual(x: v128, y: v128): v128 {
    const bits = this.bits(x);
    return this.power(bits, Logarithm.exponent(bits), y);
  }

  /** The power of |x|, its limits, then the sign. */
  any(x: v128, y: v128): v128 {
    const zero = Simd.constant(ZERO);
    const one = Simd.constant(ONE);
    const infinity = Simd.constant(INFINITE);
    const far = Simd.constant(FAR);
    const size = f64x2.abs(x);
    const bits = this.bits(Logarithm.scaleUp(size));
    const k = Logarithm.undoScale(Logarithm.exponent(bits), size);
    let answer = this.power(bits, k, f64x2.pmax(f64x2.pmin(y, far), f64x2.neg(far)));

    const isZero = f64x2.eq(size, zero);
    const isUp = v128.xor(isZero, f64x2.gt(y, zero));
    const limit = v128.and(infinity, isUp);
    answer = v128.bitselect(limit, answer, v128.or(isZero, f64x2.eq(size, infinity)));
    const isWhole = f64x2.eq(f64x2.nearest(y), y);
    const isBelow = v128.and(f64x2.lt(x, zero), f64x2.gt(x, f64x2.neg(infinity)));
    const isNan = v128.or(f64x2.ne(x, x), v128.andnot(isBelow, isWhole));
    answer = v128.bitselect(Simd.constant(NAN), answer, v128.or(isNan, f64x2.ne(y, y)));
    const halfOfY = f64x2.mul(y, Simd.constant(HALF));
    const isOdd = v128.and(isWhole, f64x2.ne(f64x2.nearest(halfOfY), halfOfY));
    const sign = v128.and(v128.and(x, Simd.constant(SIGN)), isOdd);
    const isOne = v128.or(f64x2.eq(x, one), f64x2.eq(y, zero));
    return v128.bitselect(one, v128.or(answer, sign), isOne);
  }

  /** Bits of x, in which the exponent counts from the start of the table. */
  @inline
  bits(x: v128): v128 {
    return i64x2.add(x, Simd.constant(ONE_LESS_START));
  }

  /**
   * With the numbers z = c (1 + r) of the table and 2^k, log(2^k z) = k log 2 + log c + r - r^2 / 2 + ...: all that is
   * large in this is exact, in `high`, or is what such sums lose, in `low`. r comes in two pieces, of which the first
   * has few digits.
   */
  @inline
  power(bits: v128, k: v128, y: v128): v128 {
    const first = this.entry(bits, 0);
    const second = this.entry(bits, 1);
    const inverse = v128.shuffle<f64>(v128.load(first), v128.load(second), 0, 2);
    const logarithm = v128.shuffle<f64>(v128.load(first), v128.load(second), 1, 3);
    const rest = v128.load_lane<f64>(second, v128.load_zero<f64>(first, 16), 1, 16);
    const z = i64x2.add(v128.and(bits, Simd.constant(MANTISSA)), Simd.constant(START));
    const head = v128.and(i64x2.add(z, Simd.constant(HEAD_HALF)), Simd.constant(HEAD));
    const r = f64x2.sub(f64x2.mul(head, inverse), Simd.constant(ONE));
    const small = f64x2.mul(f64x2.sub(z, head), inverse);
    const halfSquare = f64x2.mul(f64x2.mul(r, r), Simd.constant(HALF));

    const exact = f64x2.add(f64x2.add(f64x2.mul(k, Simd.constant(LN2_HIGH)), logarithm), r);
    const sum = f64x2.sub(exact, halfSquare);
    const lost = f64x2.sub(f64x2.sub(exact, sum), halfSquare);
    const high = f64x2.add(sum, small);
    const lostToo = f64x2.add(f64x2.sub(sum, high), small);
    const ofSmall = f64x2.mul(small, Simd.madd(small, Simd.constant(HALF), r));
    let low = Simd.madd(k, Simd.constant(LN2_LOW), rest);
    low = f64x2.add(f64x2.add(f64x2.add(lost, lostToo), low), this.tail(f64x2.add(r, small)));
    return this.exponential(y, high, f64x2.sub(low, ofSmall));
  }

  @inline
  entry(bits: v128, lane: u8): usize {
    const index = lane == 0 ? i64x2.extract_lane(bits, 0) : i64x2.extract_lane(bits, 1);
    return LOGARITHMS + (((<usize>(index >>> 45)) & 127) << 5);
  }

  /** log(1 + r) - r + r^2 / 2 */
  @inline
  tail(r: v128): v128 {
    const r2 = f64x2.mul(r, r);
    const r4 = f64x2.mul(r2, r2);
    const top = Simd.madd(Simd.entry(SERIES, 0), r2, Polynomial.linear(SERIES, 1, r));
    const p = Simd.madd(top, r4, Polynomial.cubic(SERIES, 3, r, r2));
    return f64x2.mul(f64x2.mul(r2, r), p);
  }

  /** e^(y (high + low)), through products of halves of the digits, which are exact. */
  @inline
  exponential(y: v128, high: v128, low: v128): v128 {
    const half = Simd.constant(LOW_HALF);
    const highHead = v128.and(high, half);
    const highTail = f64x2.add(f64x2.sub(high, highHead), low);
    const yHead = v128.and(y, half);
    const yTail = f64x2.sub(y, yHead);
    const large = f64x2.mul(yHead, highHead);
    const small = Simd.madd(yTail, highHead, f64x2.mul(y, highTail));
    const one = Simd.constant(ONE);
    return Exponent.ofSum(
      f64x2.pmax(f64x2.pmin(large, Simd.constant(OVERFLOW)), Simd.constant(UNDERFLOW)),
      f64x2.pmax(f64x2.pmin(small, one), Simd.constant(MINUS_ONE)),
    );
  }
}
