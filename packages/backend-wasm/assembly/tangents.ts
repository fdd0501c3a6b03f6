/** The common part of tanh and the logistic function: tanh(a + b), with tanh a from a table. */
import { Polynomial } from "./polynomial";
import { ONE } from "./constants";
import { Simd } from "./simd";
import { TANGENTS } from "./tanh-table";

/** The end of the table, where tanh is 1; the number whose addition rounds to multiples of 1/16. */
const END: usize = memory.data<f64>([20]);
const ROUNDER: usize = memory.data<f64>([422212465065984]);
const HALF_STEP: usize = memory.data<f64>([0.015625]);
/**
 * (tanh(b) / b - 1) / b^2 for |b| <= 3/64, in b^2, to 4e-18 of tanh (at Chebyshev's points), from the highest power.
 */
const SERIES: usize = memory.data<f64>([
  0.021830586412947897, -0.05396820056453079, 0.13333333330986843, -0.3333333333333317,
]);

/** For numbers from 0 to the end of the table. NaN propagates. */
export class Tangents {
  @inline
  static upToEnd(size: v128): v128 {
    return f64x2.pmin(size, Simd.constant(END));
  }
  @inline
  static isBeforeEnd(size: v128): v128 {
    return f64x2.lt(size, Simd.constant(END));
  }

  /**
   * The table index, in the low bits: the last entry below `size` + 1/64. From an entry farther above `size`,
   * tanh would be a difference of two larger numbers, and lose a digit.
   */
  @inline
  static shifted(size: v128): v128 {
    return f64x2.add(f64x2.sub(size, Simd.constant(HALF_STEP)), Simd.constant(ROUNDER));
  }

  /** Address of the table entry for a lane. For NaN, any entry will do. */
  @inline
  static entry(shifted: v128, lane: u8): usize {
    const index = lane == 0 ? i32x4.extract_lane(shifted, 0) : i32x4.extract_lane(shifted, 2);
    return TANGENTS + ((<usize>(index & 511)) << 5);
  }

  /** tanh a; 1 - tanh^2 a; (1 - tanh a) / 2; (1 + tanh a) / 2: from the table entries of both lanes. */
  @inline
  static value(shifted: v128): v128 {
    return v128.shuffle<f64>(
      v128.load(Tangents.entry(shifted, 0)),
      v128.load(Tangents.entry(shifted, 1)),
      0,
      2,
    );
  }
  @inline
  static slopeThere(shifted: v128): v128 {
    return v128.shuffle<f64>(
      v128.load(Tangents.entry(shifted, 0)),
      v128.load(Tangents.entry(shifted, 1)),
      1,
      3,
    );
  }
  @inline
  static below(shifted: v128): v128 {
    return v128.shuffle<f64>(
      v128.load(Tangents.entry(shifted, 0), 16),
      v128.load(Tangents.entry(shifted, 1), 16),
      0,
      2,
    );
  }
  @inline
  static above(shifted: v128): v128 {
    return v128.shuffle<f64>(
      v128.load(Tangents.entry(shifted, 0), 16),
      v128.load(Tangents.entry(shifted, 1), 16),
      1,
      3,
    );
  }

  /** tanh(a + b) - tanh a = (1 - ta^2) tb / (1 + ta tb), for the rest b. */
  @inline
  static more(size: v128, shifted: v128): v128 {
    const b = f64x2.sub(size, f64x2.sub(shifted, Simd.constant(ROUNDER)));
    const b2 = f64x2.mul(b, b);
    const tb = Simd.madd(f64x2.mul(b, b2), Polynomial.cubic(SERIES, 0, b2, f64x2.mul(b2, b2)), b);
    const sum = Simd.madd(Tangents.value(shifted), tb, Simd.constant(ONE));
    return f64x2.div(f64x2.mul(Tangents.slopeThere(shifted), tb), sum);
  }

  /**
   * 1 - y^2 of y = tanh(a + b): 1 - ta^2 less (y - ta) (y + ta), which is so small in comparison that its last digits
   * do not matter.
   */
  @inline
  static slope(shifted: v128, more: v128): v128 {
    const ta = Tangents.value(shifted);
    return Simd.nmadd(more, f64x2.add(ta, f64x2.add(ta, more)), Tangents.slopeThere(shifted));
  }
}
