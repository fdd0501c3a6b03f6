/** Sine and cosine: subtracts a multiple of pi/2, known to 119 bits, then evaluates fdlibm's polynomials. */
import { HALF, ONE } from "./constants";
import { Simd } from "./simd";

/**
 * 2 / pi; the number whose addition rounds to an integer; pi / 2 in pieces of 33, 33 and 53 bits; the largest usual
 * |x|.
 */
const PER_HALF_PI: usize = memory.data<f64>([0.6366197723675814]);
const ROUNDER: usize = memory.data<f64>([6755399441055744]);
const HALF_PI_HIGH: usize = memory.data<f64>([1.5707963267341256]);
const HALF_PI_MIDDLE: usize = memory.data<f64>([6.077100506303966e-11]);
const HALF_PI_LOW: usize = memory.data<f64>([2.0222662487959506e-21]);
const FAR: usize = memory.data<f64>([1608]);
/** Coefficients of fdlibm's k_sin.c and k_cos.c (Sun 1993), from the highest power. */
const SINE: usize = memory.data<f64>([
  1.58969099521155010221e-10, -2.50507602534068634195e-8, 2.75573137070700676789e-6,
  -1.98412698298579493134e-4, 8.33333333332248946124e-3, -1.66666666666666324348e-1,
]);
const COSINE: usize = memory.data<f64>([
  -1.13596475577881948265e-11, 2.0875723212981748279e-9, -2.75573143513906633035e-7,
  2.48015872894767294178e-5, -1.38888888888741095749e-3, 4.16666666666666019037e-2,
]);
const BIT: usize = memory.data<i64>([1]);

/** The host's functions, for arguments beyond 256 turns. */
declare function hostSin(x: f64): f64;
declare function hostCos(x: f64): f64;

class Angle {
  /** q + ROUNDER, which holds the number of quarter turns q in its low bits. */
  @inline
  static quarters(x: v128): v128 {
    return Simd.madd(x, Simd.constant(PER_HALF_PI), Simd.constant(ROUNDER));
  }

  /** The product with the last piece of pi / 2, minus the rounding error of the difference of the first two. */
  @inline
  static rest(n: v128, first: v128, product: v128, difference: v128): v128 {
    const b = f64x2.sub(difference, first);
    const lost = f64x2.sub(f64x2.sub(first, f64x2.sub(difference, b)), f64x2.add(product, b));
    return f64x2.sub(f64x2.mul(n, Simd.constant(HALF_PI_LOW)), lost);
  }

  @inline
  static sine(r: v128, tail: v128): v128 {
    const z = f64x2.mul(r, r);
    let p = Simd.madd(Simd.entry(SINE, 0), z, Simd.entry(SINE, 1));
    p = Simd.madd(p, z, Simd.entry(SINE, 2));
    p = Simd.madd(p, z, Simd.entry(SINE, 3));
    p = Simd.madd(p, z, Simd.entry(SINE, 4));
    const v = f64x2.mul(z, r);
    const half = Simd.nmadd(v, p, f64x2.mul(tail, Simd.constant(HALF)));
    const low = f64x2.sub(f64x2.mul(z, half), tail);
    return f64x2.sub(r, Simd.nmadd(v, Simd.entry(SINE, 5), low));
  }

  @inline
  static cosine(r: v128, tail: v128): v128 {
    const z = f64x2.mul(r, r);
    let p = Simd.madd(Simd.entry(COSINE, 0), z, Simd.entry(COSINE, 1));
    p = Simd.madd(p, z, Simd.entry(COSINE, 2));
    p = Simd.madd(p, z, Simd.entry(COSINE, 3));
    p = Simd.madd(p, z, Simd.entry(COSINE, 4));
    p = Simd.madd(p, z, Simd.entry(COSINE, 5));
    const one = Simd.constant(ONE);
    const half = f64x2.mul(z, Simd.constant(HALF));
    const w = f64x2.sub(one, half);
    const low = Simd.nmadd(r, tail, f64x2.mul(f64x2.mul(z, z), p));
    return f64x2.add(w, f64x2.add(f64x2.sub(f64x2.sub(one, w), half), low));
  }

  /** The sine of x + `turn` quarter turns. */
  @inline
  static shifted(x: v128, turn: i64): v128 {
    const quarters = Angle.quarters(x);
    const n = f64x2.sub(quarters, Simd.constant(ROUNDER));
    const first = Simd.nmadd(n, Simd.constant(HALF_PI_HIGH), x);
    const product = f64x2.mul(n, Simd.constant(HALF_PI_MIDDLE));
    const difference = f64x2.sub(first, product);
    const rest = Angle.rest(n, first, product, difference);
    const r = f64x2.sub(difference, rest);
    const tail = f64x2.sub(f64x2.sub(difference, r), rest);
    const q = turn == 0 ? quarters : i64x2.add(quarters, Simd.constant(BIT));
    const isOdd = i64x2.neg(v128.and(q, Simd.constant(BIT)));
    const y = v128.bitselect(Angle.cosine(r, tail), Angle.sine(r, tail), isOdd);
    const sign = i64x2.shl(i64x2.shr_u(q, 1), 63);
    return v128.xor(y, sign);
  }

  @inline
  static isUsual(x: v128): v128 {
    return f64x2.lt(f64x2.abs(x), Simd.constant(FAR));
  }
}

@unmanaged
export class Sin {
  @inline
  of(x: v128): v128 {
    return Angle.shifted(x, 0);
  }
  @inline
  usual(x: v128): v128 {
    return Angle.isUsual(x);
  }
  rare(x: v128): v128 {
    return f64x2.replace_lane(
      f64x2.splat(hostSin(f64x2.extract_lane(x, 0))),
      1,
      hostSin(f64x2.extract_lane(x, 1)),
    );
  }
}

@unmanaged
export class Cos {
  @inline
  of(x: v128): v128 {
    return Angle.shifted(x, 1);
  }
  @inline
  usual(x: v128): v128 {
    return Angle.isUsual(x);
  }
  rare(x: v128): v128 {
    return f64x2.replace_lane(
      f64x2.splat(hostCos(f64x2.extract_lane(x, 0))),
      1,
      hostCos(f64x2.extract_lane(x, 1)),
    );
  }
}
