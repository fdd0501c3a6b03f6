/** Functions of one argument that IEEE 754 defines exactly. */
import { ONE, SIGN, ZERO } from "./constants";
import { Simd } from "./simd";

@unmanaged
export class Neg {
  @inline
  of(x: v128): v128 {
    return f64x2.neg(x);
  }
}

@unmanaged
export class Abs {
  @inline
  of(x: v128): v128 {
    return f64x2.abs(x);
  }
}

@unmanaged
export class Square {
  @inline
  of(x: v128): v128 {
    return f64x2.mul(x, x);
  }
}

@unmanaged
export class Sqrt {
  @inline
  of(x: v128): v128 {
    return f64x2.sqrt(x);
  }
}

@unmanaged
export class Reciprocal {
  @inline
  of(x: v128): v128 {
    return f64x2.div(Simd.constant(ONE), x);
  }
}

/** 0 where x <= 0, also for -0; NaN stays. */
@unmanaged
export class Relu {
  @inline
  of(x: v128): v128 {
    return v128.andnot(x, f64x2.le(x, Simd.constant(ZERO)));
  }
}

/** Zeros and NaN are their own sign. */
@unmanaged
export class Sign {
  @inline
  of(x: v128): v128 {
    const one = v128.or(v128.and(x, Simd.constant(SIGN)), Simd.constant(ONE));
    return v128.bitselect(one, x, f64x2.gt(f64x2.abs(x), Simd.constant(ZERO)));
  }
}

@unmanaged
export class Floor {
  @inline
  of(x: v128): v128 {
    return f64x2.floor(x);
  }
}

@unmanaged
export class Ceil {
  @inline
  of(x: v128): v128 {
    return f64x2.ceil(x);
  }
}

@unmanaged
export class Trunc {
  @inline
  of(x: v128): v128 {
    return f64x2.trunc(x);
  }
}

@unmanaged
export class Round {
  @inline
  of(x: v128): v128 {
    return f64x2.nearest(x);
  }
}
