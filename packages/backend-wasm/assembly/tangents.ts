/** What tanh and the logistic function share: tanh(a + b) = ta + (1 - ta^2) tb / (1 + ta tb), with tanh of a from a table. */
import { Polynomial } from "./polynomial";
import { Simd } from "./simd";
import { TANGENTS } from "./tanh-table";

/** The end of the table, where tanh is 1; the number whose addition rounds to multiples of 1/16; 1. */
const CONSTANTS: usize = memory.data<f64>([20, 422212465065984, 1]);
/** (tanh(b) / b - 1) / b^2 for |b| <= 1/32, in b^2, to 6e-20 of tanh (at Chebyshev's points), from the highest power. */
const SERIES: usize = memory.data<f64>([
  0.021852186945586938, -0.05396824340997718, 0.13333333333127131, -0.33333333333333326,
]);

/** Of a number that is not negative, and not beyond the end. NaN passes through all of it. */
export class Tangents {
  @inline
  static upToEnd(size: v128): v128 {
    return f64x2.pmin(size, Simd.constant(CONSTANTS, 0));
  }
  @inline
  static isBeforeEnd(size: v128): v128 {
    return f64x2.lt(size, Simd.constant(CONSTANTS, 0));
  }

  /** The nearest place of the table, whose number is in the low bits. */
  @inline
  static shifted(size: v128): v128 {
    return f64x2.add(size, Simd.constant(CONSTANTS, 8));
  }

  /** Address of the entry of a lane; of NaN, any. */
  @inline
  static entry(shifted: v128, lane: u8): usize {
    const place = lane == 0 ? i32x4.extract_lane(shifted, 0) : i32x4.extract_lane(shifted, 2);
    return TANGENTS + ((<usize>(place & 511)) << 5);
  }

  /** tanh b for the rest b. */
  @inline
  static ofRest(size: v128, shifted: v128): v128 {
    const b = f64x2.sub(size, f64x2.sub(shifted, Simd.constant(CONSTANTS, 8)));
    const b2 = f64x2.mul(b, b);
    return Simd.madd(f64x2.mul(b, b2), Polynomial.cubic(SERIES, 0, b2, f64x2.mul(b2, b2)), b);
  }

  /** tanh(a + b) - ta, where sa = 1 - ta^2. */
  @inline
  static more(ta: v128, sa: v128, tb: v128): v128 {
    return f64x2.div(f64x2.mul(sa, tb), Simd.madd(ta, tb, Simd.constant(CONSTANTS, 16)));
  }

  /** 1 - y^2 of y = tanh(a + b), which is more than ta: sa less (y - ta) (y + ta), most of whose digits do not count. */
  @inline
  static slope(ta: v128, sa: v128, more: v128, y: v128): v128 {
    return Simd.nmadd(more, f64x2.add(ta, y), sa);
  }
}
