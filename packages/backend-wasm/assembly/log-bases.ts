/** Logarithms to the bases 2 and 10, exact at powers of 2. */
import { Logarithm } from "./log";
import { Simd } from "./simd";

/** 1 / log 2 and 1 / log 10 in two pieces each; log10 2 in two pieces, the first of 32 bits; 1. */
const CONSTANTS: usize = memory.data<f64>([
  1.4426950408889634, 2.0355273740931033e-17, 0.4342944819032518, 1.098319650216765e-17, 0.3010299955494702,
  1.1451100898021838e-10, 1,
]);

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
    const bits = Logarithm.bits(Logarithm.raised(x));
    return Logarithm.limits(x, this.sum(Logarithm.lowered(Logarithm.exponent(bits), x), bits));
  }
  @inline
  sum(k: v128, bits: v128): v128 {
    const y = Logarithm.small(f64x2.sub(Logarithm.mantissa(bits), Simd.constant(CONSTANTS, 48)));
    const low = f64x2.mul(y, Simd.constant(CONSTANTS, 8));
    return f64x2.add(k, Simd.madd(y, Simd.constant(CONSTANTS, 0), low));
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
    const bits = Logarithm.bits(Logarithm.raised(x));
    return Logarithm.limits(x, this.sum(Logarithm.lowered(Logarithm.exponent(bits), x), bits));
  }
  @inline
  sum(k: v128, bits: v128): v128 {
    const y = Logarithm.small(f64x2.sub(Logarithm.mantissa(bits), Simd.constant(CONSTANTS, 48)));
    const low = Simd.madd(y, Simd.constant(CONSTANTS, 24), f64x2.mul(k, Simd.constant(CONSTANTS, 40)));
    const t = Simd.madd(y, Simd.constant(CONSTANTS, 16), low);
    return Simd.madd(k, Simd.constant(CONSTANTS, 32), t);
  }
}
