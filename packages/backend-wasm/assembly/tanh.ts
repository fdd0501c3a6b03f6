/** Functions of e^x and e^x - 1 that end in 0 or 1. */
import { Exponent } from "./exp";
import { Simd } from "./simd";

const CONSTANTS: usize = memory.data<f64>([22, 2, 1, 0.5]);
const SIGN: usize = memory.data<u64>([0x8000000000000000]);
const ALL: usize = memory.data<i64>([-1]);

@unmanaged
export class Tanh {
  /** With t = e^2|x| - 1: t / (t + 2), and the sign of x. NaN passes through all of it. */
  @inline
  one(x: v128): v128 {
    const size = f64x2.pmin(f64x2.abs(x), Simd.constant(CONSTANTS, 0));
    const t = Exponent.minusOne(f64x2.add(size, size));
    const y = f64x2.div(t, f64x2.add(t, Simd.constant(CONSTANTS, 8)));
    return v128.or(y, v128.and(x, Simd.constant(SIGN, 0)));
  }
  @inline
  usual(_x: v128): v128 {
    return Simd.constant(ALL, 0);
  }
  @inline
  rare(x: v128): v128 {
    return x;
  }
}
