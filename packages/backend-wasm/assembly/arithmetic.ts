/** Operations of two arguments that IEEE 754 defines exactly. */

@unmanaged
export class Add {
  @inline
  of(x: v128, y: v128): v128 {
    return f64x2.add(x, y);
  }
}

@unmanaged
export class Sub {
  @inline
  of(x: v128, y: v128): v128 {
    return f64x2.sub(x, y);
  }
}

@unmanaged
export class Mul {
  @inline
  of(x: v128, y: v128): v128 {
    return f64x2.mul(x, y);
  }
}

/** 2 x y */
@unmanaged
export class DoubleMul {
  @inline
  of(x: v128, y: v128): v128 {
    return f64x2.mul(f64x2.add(x, x), y);
  }
}

@unmanaged
export class Div {
  @inline
  of(x: v128, y: v128): v128 {
    return f64x2.div(x, y);
  }
}

/** NaN if either is NaN; -0 is less than 0. */
@unmanaged
export class Maximum {
  @inline
  of(x: v128, y: v128): v128 {
    return f64x2.max(x, y);
  }
}

@unmanaged
export class Minimum {
  @inline
  of(x: v128, y: v128): v128 {
    return f64x2.min(x, y);
  }
}
