/** Basic operations on two float64 numbers at a time. */

export class Simd {
  /** x * y + z: rounded once where the machine has it (relaxed SIMD), else twice. */
  @inline
  static madd(x: v128, y: v128, z: v128): v128 {
    return ASC_FEATURE_RELAXED_SIMD ? f64x2.relaxed_madd(x, y, z) : f64x2.add(f64x2.mul(x, y), z);
  }

  /** z - x * y */
  @inline
  static nmadd(x: v128, y: v128, z: v128): v128 {
    return ASC_FEATURE_RELAXED_SIMD ? f64x2.relaxed_nmadd(x, y, z) : f64x2.sub(z, f64x2.mul(x, y));
  }

  /** A constant loaded from memory: V8 does not keep constants of v128.const in registers, but rebuilds them. */
  @inline
  static constant(address: usize): v128 {
    return v128.load_splat<f64>(address);
  }

  /** The same for one entry of a table, such as a coefficient of a polynomial. */
  @inline
  static entry(table: usize, index: usize): v128 {
    return v128.load_splat<f64>(table + (index << 3));
  }
}
