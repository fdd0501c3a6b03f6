/** Hyperbolic functions, by e^|x| and e^|x| - 1. */
import { Exponent } from "./exp";
import { Simd } from "./simd";

/** 22: beyond, tanh is 1. */
const CONSTANTS: usize = memory.data<f64>([22, 2, 1, 0.5, -2, 0.75, 0.125, 0]);
const SIGN: usize = memory.data<u64>([0x8000000000000000]);

@unmanaged
export class Tanh {
  /**
   * With t = e^2|x| - 1: t / (t + 2), less most of what the rounding of t + 2 adds to it, and the sign of x. Of that a
   * rough 1 / (t + 2) is enough, which is there before the quotient is; none from t = 4 on. NaN passes through all of it.
   */
  @inline
  of(x: v128): v128 {
    const size = f64x2.pmin(f64x2.abs(x), Simd.constant(CONSTANTS, 0));
    return this.ofPower(x, Exponent.minusOne(f64x2.add(size, size)));
  }

  @inline
  ofPower(x: v128, t: v128): v128 {
    const sum = f64x2.add(t, Simd.constant(CONSTANTS, 8));
    const y = f64x2.div(t, sum);
    return v128.or(Simd.nmadd(y, Tanh.lost(t, sum), y), v128.and(x, Simd.constant(SIGN, 0)));
  }

  /** What the rounding of sum = t + 2 adds to a quotient by it, as a part of that quotient. */
  @inline
  static lost(t: v128, sum: v128): v128 {
    const lost = f64x2.sub(t, f64x2.sub(sum, Simd.constant(CONSTANTS, 8)));
    const rough = Simd.nmadd(t, Simd.constant(CONSTANTS, 48), Simd.constant(CONSTANTS, 24));
    return f64x2.mul(lost, f64x2.pmax(rough, Simd.constant(CONSTANTS, 56)));
  }
}

/** Of y = tanh x and x: (1 - y) (1 + y), or 1 / cosh^2 where that would have lost digits. */
@unmanaged
export class TanhSlope {
  of(y: v128, x: v128): v128 {
    const e = Exponent.any(this.exponent(x), f64x2.splat(0));
    return v128.bitselect(this.near(y), this.ofPower(y, e), this.isNear(y));
  }
  @inline
  isNear(y: v128): v128 {
    return f64x2.lt(f64x2.abs(y), Simd.constant(CONSTANTS, 40));
  }
  @inline
  near(y: v128): v128 {
    const one = Simd.constant(CONSTANTS, 16);
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
    return f64x2.mul(f64x2.abs(x), Simd.constant(CONSTANTS, 32));
  }
  /** With e = e^-2|x|, 1 / cosh^2 = 4 e / (1 + e)^2 and 1 + |y| = 2 / (1 + e). */
  @inline
  ofPower(y: v128, e: v128): v128 {
    const sum = f64x2.add(Simd.constant(CONSTANTS, 16), f64x2.abs(y));
    return f64x2.mul(e, f64x2.mul(sum, sum));
  }
}

/** With t = e^2|x| - 1: tanh, and 1 / cosh^2 = (1 - |y|) (1 + |y|), where 1 - |y| = 2 / (t + 2) keeps its digits. */
@unmanaged
export class TanhAndSlope {
  @inline
  usual(x: v128): v128 {
    return Exponent.isNormal(f64x2.add(x, x));
  }
  @inline
  shared(x: v128): v128 {
    const size = f64x2.abs(x);
    return Exponent.minusOne(f64x2.add(size, size));
  }
  @inline
  answer(x: v128, t: v128): v128 {
    return changetype<Tanh>(0).ofPower(x, t);
  }
  @inline
  slope(_x: v128, t: v128, y: v128): v128 {
    const two = Simd.constant(CONSTANTS, 8);
    const sum = f64x2.add(t, two);
    const rest = f64x2.div(two, sum);
    const exact = Simd.nmadd(rest, Tanh.lost(t, sum), rest);
    return f64x2.mul(exact, f64x2.add(Simd.constant(CONSTANTS, 16), f64x2.abs(y)));
  }
  rare(x: v128): v128 {
    return changetype<Tanh>(0).of(x);
  }
  rareSlope(y: v128, x: v128): v128 {
    return changetype<TanhSlope>(0).of(y, x);
  }
}

@unmanaged
export class Sinh {
  /** With t = e^|x| - 1: (t + t / (t + 1)) / 2, which for small t is better as (2 t - t^2 / (t + 1)) / 2. */
  @inline
  of(x: v128): v128 {
    const one = Simd.constant(CONSTANTS, 16);
    const t = Exponent.minusOne(f64x2.abs(x));
    const quotient = f64x2.div(t, f64x2.add(t, one));
    const small = f64x2.sub(f64x2.add(t, t), f64x2.mul(t, quotient));
    const large = f64x2.add(t, quotient);
    const twice = v128.bitselect(small, large, f64x2.lt(t, one));
    return v128.or(f64x2.mul(Simd.constant(CONSTANTS, 24), twice), v128.and(x, Simd.constant(SIGN, 0)));
  }
  @inline
  usual(x: v128): v128 {
    return Exponent.isNormal(x);
  }
  rare(x: v128): v128 {
    const far = v128.or(Exponent.any(f64x2.abs(x), f64x2.splat(-1)), v128.and(x, Simd.constant(SIGN, 0)));
    return v128.bitselect(this.of(x), far, this.usual(x));
  }
}

@unmanaged
export class Cosh {
  @inline
  of(x: v128): v128 {
    const half = Simd.constant(CONSTANTS, 24);
    const e = Exponent.normal(f64x2.abs(x));
    return f64x2.add(f64x2.mul(half, e), f64x2.div(half, e));
  }
  @inline
  usual(x: v128): v128 {
    return Exponent.isNormal(x);
  }
  rare(x: v128): v128 {
    return v128.bitselect(this.of(x), Exponent.any(f64x2.abs(x), f64x2.splat(-1)), this.usual(x));
  }
}
