/** Inverse hyperbolic functions, by logarithms of 1 + something. */
import { Log, Log1p } from "./log";
import { HALF, NAN, ONE, SIGN } from "./constants";
import { Simd } from "./simd";

const LN2: usize = memory.data<f64>([0.6931471805599453]);
const FAR: usize = memory.data<f64>([1e150]);

class Far {
  /** log(2 x) for large x, including infinity and NaN. */
  static logTwice(x: v128): v128 {
    return f64x2.add(changetype<Log>(0).rare(x), Simd.constant(LN2));
  }
}

@unmanaged
export class Asinh {
  /** log(1 + a + a^2 / (1 + sqrt(1 + a^2))) of a = |x| */
  @inline
  of(x: v128): v128 {
    const one = Simd.constant(ONE);
    const a = f64x2.abs(x);
    const z = f64x2.mul(a, a);
    const t = f64x2.div(z, f64x2.add(one, f64x2.sqrt(f64x2.add(one, z))));
    const y = changetype<Log1p>(0).of(f64x2.add(a, t));
    return v128.or(y, v128.and(x, Simd.constant(SIGN)));
  }
  @inline
  usual(x: v128): v128 {
    return f64x2.lt(f64x2.abs(x), Simd.constant(FAR));
  }
  rare(x: v128): v128 {
    const far = v128.or(Far.logTwice(f64x2.abs(x)), v128.and(x, Simd.constant(SIGN)));
    return v128.bitselect(this.of(x), far, this.usual(x));
  }
}

@unmanaged
export class Acosh {
  /** With t = x - 1: log(1 + t + sqrt(2 t + t^2)) */
  @inline
  of(x: v128): v128 {
    const t = f64x2.sub(x, Simd.constant(ONE));
    const root = f64x2.sqrt(f64x2.add(f64x2.add(t, t), f64x2.mul(t, t)));
    return changetype<Log1p>(0).of(f64x2.add(t, root));
  }
  @inline
  usual(x: v128): v128 {
    return v128.and(f64x2.ge(x, Simd.constant(ONE)), f64x2.lt(x, Simd.constant(FAR)));
  }
  rare(x: v128): v128 {
    const far = v128.bitselect(Simd.constant(NAN), Far.logTwice(x), f64x2.lt(x, Simd.constant(ONE)));
    return v128.bitselect(this.of(x), far, this.usual(x));
  }
}

@unmanaged
export class Atanh {
  /** log(1 + 2 a / (1 - a)) / 2 of a = |x|, where a < 1/2 as 2 a + 2 a a / (1 - a). */
  @inline
  of(x: v128): v128 {
    const one = Simd.constant(ONE);
    const half = Simd.constant(HALF);
    const a = f64x2.abs(x);
    const twice = f64x2.add(a, a);
    const quotient = f64x2.div(twice, f64x2.sub(one, a));
    const near = f64x2.add(twice, f64x2.mul(quotient, a));
    const t = v128.bitselect(near, quotient, f64x2.lt(a, half));
    const y = f64x2.mul(half, changetype<Log1p>(0).of(t));
    return v128.or(y, v128.and(x, Simd.constant(SIGN)));
  }
  @inline
  usual(x: v128): v128 {
    return f64x2.lt(f64x2.abs(x), Simd.constant(ONE));
  }
  rare(x: v128): v128 {
    const one = Simd.constant(ONE);
    const infinite = f64x2.div(x, f64x2.sub(one, f64x2.abs(x)));
    const far = v128.bitselect(infinite, Simd.constant(NAN), f64x2.eq(f64x2.abs(x), one));
    return v128.bitselect(this.of(x), far, this.usual(x));
  }
}
