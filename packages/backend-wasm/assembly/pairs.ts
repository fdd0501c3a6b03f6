/** Functions of two arguments beyond plain arithmetic. */
import { HALF, ONE, SIGN, ZERO } from "./constants";
import { Simd } from "./simd";

/** Half at a tie, all where x is larger or either is NaN. */
@unmanaged
export class MaximumShare {
  @inline
  of(x: v128, y: v128): v128 {
    const half = v128.and(Simd.constant(HALF), f64x2.eq(x, y));
    return v128.bitselect(half, Simd.constant(ONE), f64x2.le(x, y));
  }
}

@unmanaged
export class MinimumShare {
  @inline
  of(x: v128, y: v128): v128 {
    const half = v128.and(Simd.constant(HALF), f64x2.eq(x, y));
    return v128.bitselect(half, Simd.constant(ONE), f64x2.ge(x, y));
  }
}

/** The larger; if one is NaN, the other. */
@unmanaged
export class Fmax {
  @inline
  of(x: v128, y: v128): v128 {
    const other = v128.bitselect(x, y, f64x2.ne(y, y));
    return v128.bitselect(f64x2.max(x, y), other, v128.and(f64x2.eq(x, x), f64x2.eq(y, y)));
  }
}

@unmanaged
export class Fmin {
  @inline
  of(x: v128, y: v128): v128 {
    const other = v128.bitselect(x, y, f64x2.ne(y, y));
    return v128.bitselect(f64x2.min(x, y), other, v128.and(f64x2.eq(x, x), f64x2.eq(y, y)));
  }
}

/** 1 where only `toX` holds, 0 where only `toY` does, ½ where both or neither do. */
function share(toX: v128, toY: v128): v128 {
  const all = v128.and(toX, Simd.constant(ONE));
  return v128.bitselect(all, Simd.constant(HALF), v128.xor(toX, toY));
}

@unmanaged
export class FmaxShare {
  @inline
  of(x: v128, y: v128): v128 {
    return share(v128.or(f64x2.gt(x, y), f64x2.ne(y, y)), v128.or(f64x2.gt(y, x), f64x2.ne(x, x)));
  }
}

@unmanaged
export class FminShare {
  @inline
  of(x: v128, y: v128): v128 {
    return share(v128.or(f64x2.lt(x, y), f64x2.ne(y, y)), v128.or(f64x2.lt(y, x), f64x2.ne(x, x)));
  }
}

/** x where y > 0, else 0. */
@unmanaged
export class WherePositive {
  @inline
  of(x: v128, y: v128): v128 {
    return v128.and(x, f64x2.gt(y, Simd.constant(ZERO)));
  }
}

/** |x| with the sign of y. NaN counts as positive. */
@unmanaged
export class Copysign {
  @inline
  of(x: v128, y: v128): v128 {
    const sign = v128.and(v128.and(y, Simd.constant(SIGN)), f64x2.eq(y, y));
    return v128.or(f64x2.abs(x), sign);
  }
}
