/** Polynomials by Estrin's scheme (1960), whose steps, unlike Horner's, can run in parallel. */
import { Simd } from "./simd";

export class Polynomial {
  /** c0 x + c1 with the coefficients from index `at` of the table on. */
  @inline
  static linear(table: usize, at: usize, x: v128): v128 {
    return Simd.madd(Simd.entry(table, at), x, Simd.entry(table, at + 1));
  }

  /** (c0 x + c1) x2 + (c2 x + c3), where x2 is the square of x. */
  @inline
  static cubic(table: usize, at: usize, x: v128, x2: v128): v128 {
    return Simd.madd(Polynomial.linear(table, at, x), x2, Polynomial.linear(table, at + 2, x));
  }
}
