/** The error function. */
import { Exponent } from "./exp";
import { Polynomial } from "./polynomial";
import { ONE, SIGN } from "./constants";
import { Simd } from "./simd";

/** erf(x) / x - 1 in x^2 for |x| < 1, minimax to 7e-18 (Remez), from the highest power. */
const NEAR: usize = memory.data<f64>([
  -7.801211115014895e-10, 1.3722986534321046e-8, -1.6209177842401475e-7, 1.6447517862349794e-6,
  -1.4924744671861169e-5, 0.00012055295320544262, -0.0008548325989682853, 0.005223977607422791,
  -0.02686617064327608, 0.11283791670945252, -0.3761263890318355, 0.12837916709551256,
]);
/** -log(1 - erf(x)) in x - 1 for x from 1 to 6, with an error of 1 - erf(x) within 1.1e-17 (weighted Remez). */
const FAR: usize = memory.data<f64>([
  -1.4852320666025548e-11, 3.166441411558149e-10, -2.83562149117218e-9, 1.2179512125114274e-8,
  -3.025599531842678e-9, -3.066071074120489e-7, 2.2682683581746105e-6, -9.803746339249524e-6,
  2.729151482908913e-5, -2.634216271532744e-5, -0.00023730078837134292, 0.0019778976913908852,
  -0.010033824689825289, 0.04156109798757025, 0.8431072563607344, 2.63896751423476, 1.8496055099332482,
]);
const LARGEST: usize = memory.data<f64>([6]);

@unmanaged
export class Erf {
  /** 1 from 6 on. NaN propagates. */
  @inline
  of(x: v128): v128 {
    const one = Simd.constant(ONE);
    const a = f64x2.abs(x);
    const far = this.far(f64x2.sub(f64x2.pmin(a, Simd.constant(LARGEST)), one));
    const y = v128.bitselect(this.near(a), far, f64x2.lt(a, one));
    return v128.or(y, v128.and(x, Simd.constant(SIGN)));
  }

  @inline
  near(a: v128): v128 {
    const z = f64x2.mul(a, a);
    const z2 = f64x2.mul(z, z);
    const z4 = f64x2.mul(z2, z2);
    let p = Simd.madd(Polynomial.cubic(NEAR, 0, z, z2), z4, Polynomial.cubic(NEAR, 4, z, z2));
    p = Simd.madd(p, z4, Polynomial.cubic(NEAR, 8, z, z2));
    return Simd.madd(a, p, a);
  }

  /** u = x - 1 */
  @inline
  far(u: v128): v128 {
    const u2 = f64x2.mul(u, u);
    const u4 = f64x2.mul(u2, u2);
    let p = Simd.madd(Simd.entry(FAR, 0), u4, Polynomial.cubic(FAR, 1, u, u2));
    p = Simd.madd(p, u4, Polynomial.cubic(FAR, 5, u, u2));
    p = Simd.madd(p, u4, Polynomial.cubic(FAR, 9, u, u2));
    p = Simd.madd(p, u4, Polynomial.cubic(FAR, 13, u, u2));
    return f64x2.sub(Simd.constant(ONE), Exponent.product(f64x2.neg(p)));
  }
}
