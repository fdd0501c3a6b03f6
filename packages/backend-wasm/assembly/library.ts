/** Functions from AssemblyScript's standard library, which follows fdlibm and FreeBSD's msun, one number at a time. */

@unmanaged
export class Cbrt {
  of(x: f64): f64 {
    return NativeMath.cbrt(x);
  }
}

@unmanaged
export class Hypot {
  of(x: v128, y: v128): v128 {
    return pair(NativeMath.hypot(first(x), first(y)), NativeMath.hypot(second(x), second(y)));
  }
}

/** With the sign of x, as in C. */
@unmanaged
export class Fmod {
  of(x: v128, y: v128): v128 {
    return pair(NativeMath.mod(first(x), first(y)), NativeMath.mod(second(x), second(y)));
  }
}

/** With the sign of y, as in NumPy. */
@unmanaged
export class Mod {
  of(x: v128, y: v128): v128 {
    return pair(floorMod(first(x), first(y)), floorMod(second(x), second(y)));
  }
}

function floorMod(x: f64, y: f64): f64 {
  const r = NativeMath.mod(x, y);
  return r != 0 && r < 0 != y < 0 ? r + y : r;
}

function first(x: v128): f64 {
  return f64x2.extract_lane(x, 0);
}

function second(x: v128): f64 {
  return f64x2.extract_lane(x, 1);
}

function pair(x: f64, y: f64): v128 {
  return f64x2.replace_lane(f64x2.splat(x), 1, y);
}
