/** Inverse hyperbolic functions, by logarithms of 1 + something. */
import { Log, Log1p } from "./log";
import { Simd } from "./simd";

const CONSTANTS: usize = memory.data<f64>([1, 0.5, 0.6931471805599453, 2]);
const ENDS: usize = memory.data<f64>([1e150, 2, 1e-300]);
const SIGN: usize = memory.data<u64>([0x8000000000000000]);
const NAN: usize = memory.data<u64>([0x7ff8000000000000]);

class Far {
  /** log(2 x), for large x: infinite and NaN too. */
  static logTwice(x: v128): v128 {
    return f64x2.add(changetype<Log>(0).rare(x), Simd.constant(CONSTANTS, 16));
  }
}

@unmanaged
export class Asinh {
  /** log(1 + a + a^2 / (1 + sqrt(1 + a^2))) of a = |x| */
  @inline
  of(x: v128): v128 {
    const one = Simd.constant(CONSTANTS, 0);
    const a = f64x2.abs(x);
    const z = f64x2.mul(a, a);
    const t = f64x2.div(z, f64x2.add(one, f64x2.sqrt(f64x2.add(one, z))));
    const y = changetype<Log1p>(0).of(f64x2.add(a, t));
    return v128.or(y, v128.and(x, Simd.constant(SIGN, 0)));
  }
  @inline
  usual(x: v128): v128 {
    return f64x2.lt(f64x2.abs(x), Simd.constant(ENDS, 0));
  }
  rare(x: v128): v128 {
    const far = v128.or(Far.logTwice(f64x2.abs(x)), v128.and(x, Simd.constant(SIGN, 0)));
    return v128.bitselect(this.of(x), far, this.usual(x));
  }
}

@unmanaged
export class Acosh {
  /** With t = x - 1: log(1 + t + sqrt(2 t + t^2)) */
  @inline
  of(x: v128): v128 {
    const t = f64x2.sub(x, Simd.constant(CONSTANTS, 0));
    const root = f64x2.sqrt(f64x2.add(f64x2.add(t, t), f64x2.mul(t, t)));
    return changetype<Log1p>(0).of(f64x2.add(t, root));
  }
  @inline
  usual(x: v128): v128 {
    return v128.and(f64x2.ge(x, Simd.constant(CONSTANTS, 0)), f64x2.lt(x, Simd.constant(ENDS, 0)));
  }
  rare(x: v128): v128 {
    const far = v128.bitselect(
      Simd.constant(NAN, 0),
      Far.logTwice(x),
      f64x2.lt(x, Simd.constant(CONSTANTS, 0)),
    );
    return v128.bitselect(this.of(x), far, this.usual(x));
  }
}

@unmanaged
export class Atanh {
  /** log(1 + 2 a / (1 - a)) / 2 of a = |x|, where a < 1/2 as 2 a + 2 a a / (1 - a). */
  @inline
  of(x: v128): v128 {
    const one = Simd.constant(CONSTANTS, 0);
    const half = Simd.constant(CONSTANTS, 8);
    const a = f64x2.abs(x);
    const twice = f64x2.add(a, a);
    const quotient = f64x2.div(twice, f64x2.sub(one, a));
    const near = f64x2.add(twice, f64x2.mul(quotient, a));
    const t = v128.bitselect(near, quotient, f64x2.lt(a, half));
    const y = f64x2.mul(half, changetype<Log1p>(0).of(t));
    return v128.or(y, v128.and(x, Simd.constant(SIGN, 0)));
  }
  @inline
  usual(x: v128): v128 {
    return f64x2.lt(f64x2.abs(x), Simd.constant(CONSTANTS, 0));
  }
  rare(x: v128): v128 {
    const one = Simd.constant(CONSTANTS, 0);
    const infinite = f64x2.div(x, f64x2.sub(one, f64x2.abs(x)));
    const far = v128.bitselect(infinite, Simd.constant(NAN, 0), f64x2.eq(f64x2.abs(x), one));
    return v128.bitselect(this.of(x), far, this.usual(x));
  }
}
