/** Logarithms to the bases 2 and 10, exact at powers of 2. */
import { Logarithm } from "./log";
import { ONE } from "./constants";
import { Simd } from "./simd";

/** 1 / log 2 and 1 / log 10 in two pieces each; log10 2 in two pieces, the first of 32 bits. */
const PER_LN2: usize = memory.data<f64>([1.4426950408889634]);
const PER_LN2_LOW: usize = memory.data<f64>([2.0355273740931033e-17]);
const PER_LN10: usize = memory.data<f64>([0.4342944819032518]);
const PER_LN10_LOW: usize = memory.data<f64>([1.098319650216765e-17]);
const LOG10_2: usize = memory.data<f64>([0.3010299955494702]);
const LOG10_2_LOW: usize = memory.data<f64>([1.1451100898021838e-10]);

@unmanaged
export class Log2 {
  @inline
  of(x: v128): v128 {
    const bits = Logarithm.bits(x);
    return this.sum(Logarithm.exponent(bits), bits);
  }
  @inline
  usual(x: v128): v128 {
    return Logarithm.isNormal(x);
  }
  rare(x: v128): v128 {
    const bits = Logarithm.bits(Logarithm.scaleUp(x));
    return Logarithm.limits(x, this.sum(Logarithm.undoScale(Logarithm.exponent(bits), x), bits));
  }
  @inline
  sum(k: v128, bits: v128): v128 {
    const y = Logarithm.small(f64x2.sub(Logarithm.mantissa(bits), Simd.constant(ONE)));
    const low = f64x2.mul(y, Simd.constant(PER_LN2_LOW));
    return f64x2.add(k, Simd.madd(y, Simd.constant(PER_LN2), low));
  }
}

@unmanaged
export class Log10 {
  @inline
  of(x: v128): v128 {
    const bits = Logarithm.bits(x);
    return this.sum(Logarithm.exponent(bits), bits);
  }
  @inline
  usual(x: v128): v128 {
    return Logarithm.isNormal(x);
  }
  rare(x: v128): v128 {
    const bits = Logarithm.bits(Logarithm.scaleUp(x));
    return Logarithm.limits(x, this.sum(Logarithm.undoScale(Logarithm.exponent(bits), x), bits));
  }
  @inline
  sum(k: v128, bits: v128): v128 {
    const y = Logarithm.small(f64x2.sub(Logarithm.mantissa(bits), Simd.constant(ONE)));
    const low = Simd.madd(y, Simd.constant(PER_LN10_LOW), f64x2.mul(k, Simd.constant(LOG10_2_LOW)));
    const t = Simd.madd(y, Simd.constant(PER_LN10), low);
    return Simd.madd(k, Simd.constant(LOG10_2), t);
  }
}
