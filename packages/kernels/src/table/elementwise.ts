/**
 * The elementwise kernels, each defined on single numbers, with the accuracy required. An entry determines the kernel's
 * type, its reference loops, its conformance problems and, given a class of the same name in backend-wasm/assembly, its
 * WebAssembly export.
 */

import { erf, erfc } from "@ndgrad/numerics/special";

const { abs, sqrt, exp, expm1, log, log1p, log2, log10, sin, cos, tan, tanh } = Math;

/** One argument: a few instructions, with exact or correctly rounded results by IEEE 754. */
const arithmetic1 = {
  neg: (x: number) => -x,
  abs,
  square: (x: number) => x * x,
  sqrt,
  reciprocal: (x: number) => 1 / x,
  /** max(x, 0); NaN for NaN. */
  relu: (x: number) => (x > 0 ? x : x === x ? 0 : x),
  sign: Math.sign,
  floor: Math.floor,
  ceil: Math.ceil,
  trunc: Math.trunc,
  /** To the nearest integer, with halves to even. */
  round: (x: number) => {
    const r = Math.round(x);
    return r - x === 0.5 && r % 2 !== 0 ? r - 1 : r;
  },
} as const satisfies Record<string, (x: number) => number>;

/** One argument: approximated. */
const functions1 = {
  cbrt: Math.cbrt,
  exp,
  exp2: (x: number) => 2 ** x,
  expm1,
  log,
  log2,
  log10,
  log1p,
  sin,
  cos,
  tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
  /** 1 / (1 + e^-x), by the one of e^x and e^-x that does not overflow. */
  sigmoid: (x: number) => (x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x))),
  /** log(1 + e^x), finite for all finite x. */
  softplus: (x: number) => (x > 0 ? x + log1p(exp(-x)) : log1p(exp(x))),
  erf,
  erfc,
} as const satisfies Record<string, (x: number) => number>;

export const unary = { ...arithmetic1, ...functions1 } as const;

/** The share of x in a cotangent: 1, 0, or half if both arguments get it or neither does. */
function share(toX: boolean, toY: boolean): number {
  return toX === toY ? 0.5 : toX ? 1 : 0;
}

/** Two arguments: a few instructions, with exact or correctly rounded results. */
const arithmetic2 = {
  add: (x: number, y: number) => x + y,
  sub: (x: number, y: number) => x - y,
  mul: (x: number, y: number) => x * y,
  /** The vjp of `square` at y, for the cotangent x. */
  doubleMul: (x: number, y: number) => 2 * x * y,
  div: (x: number, y: number) => x / y,
  /** The vjp of `relu` at y, for the cotangent x. */
  wherePositive: (x: number, y: number) => (y > 0 ? x : 0),
  /** NaN if either is NaN. */
  maximum: Math.max,
  minimum: Math.min,
  /** The slope of `maximum` in x: 1 where x is larger, ½ at a tie, 1 (in y too) if either is NaN. */
  maximumShare: (x: number, y: number) => (x !== x || y !== y ? 1 : share(x > y, y > x)),
  /** The slope of `minimum` in x, likewise. */
  minimumShare: (x: number, y: number) => (x !== x || y !== y ? 1 : share(x < y, y < x)),
  /** The larger; if one is NaN, the other. */
  fmax: (x: number, y: number) => (x !== x ? y : y !== y ? x : Math.max(x, y)),
  /** The smaller; if one is NaN, the other. */
  fmin: (x: number, y: number) => (x !== x ? y : y !== y ? x : Math.min(x, y)),
  /** The slope of `fmax` in x: 1 where x is the answer, ½ at a tie and if both are NaN. */
  fmaxShare: (x: number, y: number) => share(x > y || y !== y, y > x || x !== x),
  fminShare: (x: number, y: number) => share(x < y || y !== y, y < x || x !== x),
  /** |x| with the sign of y. NaN counts as positive. */
  copysign: (x: number, y: number) => (y < 0 || Object.is(y, -0) ? -abs(x) : abs(x)),
} as const satisfies Record<string, (x: number, y: number) => number>;

/** Two arguments: exact, but not cheap. */
const remainders = {
  /** Remainder with the sign of the divisor, like NumPy's mod. */
  mod: (x: number, y: number) => {
    const r = x % y;
    return r !== 0 && r < 0 !== y < 0 ? r + y : r;
  },
  /** Remainder with the sign of the dividend, like C's fmod. */
  fmod: (x: number, y: number) => x % y,
} as const satisfies Record<string, (x: number, y: number) => number>;

/** Two arguments: approximated. */
const functions2 = {
  /** NumPy's power: 1 ** y and x ** 0 are 1, even for NaN and infinities. */
  pow: (x: number, y: number) => (x === 1 ? 1 : x === -1 && !Number.isFinite(y) && y === y ? 1 : x ** y),
  /**
   * 1 / cosh(x)² from y = tanh x: 1 − y², or e (1 + |y|)² with e = exp(−2|x|) where 1 − y² would amplify the error of
   * y.
   */
  tanhSlope: (y: number, x: number) =>
    abs(y) < 0.5 ? (1 - y) * (1 + y) : exp(-2 * abs(x)) * ((1 + abs(y)) * (1 + abs(y))),
  /** The slope of the logistic function from its value y at x: y − y², or exp(−x) y² where 1 − y has lost digits. */
  sigmoidSlope: (y: number, x: number) => (y < 0.75 ? y * (1 - y) : exp(-abs(x)) * (y * y)),
  atan2: Math.atan2,
  hypot: (x: number, y: number) => Math.hypot(x, y),
  /** log(e^x + e^y), shifted by the larger. */
  logaddexp: (x: number, y: number) => {
    const m = Math.max(x, y);
    return Number.isFinite(m) ? m + log1p(exp(-abs(x - y))) : m;
  },
  /** log2(2^x + 2^y), shifted by the larger. */
  logaddexp2: (x: number, y: number) => {
    const m = Math.max(x, y);
    return Number.isFinite(m) ? m + log1p(2 ** -abs(x - y)) / Math.LN2 : m;
  },
} as const satisfies Record<string, (x: number, y: number) => number>;

export const binary = { ...arithmetic2, ...remainders, ...functions2 } as const;

/** Comparisons. */
export const compare = {
  equal: (x: number, y: number) => x === y,
  notEqual: (x: number, y: number) => x !== y,
  greater: (x: number, y: number) => x > y,
  greaterEqual: (x: number, y: number) => x >= y,
  less: (x: number, y: number) => x < y,
  lessEqual: (x: number, y: number) => x <= y,
} as const satisfies Record<string, (x: number, y: number) => boolean>;

/**
 * The kernels that may carry an `andSlope`, each with the kernel of its slope: of the argument, or of the answer and
 * the argument.
 */
export const slopes = {
  tanh: "tanhSlope",
  sigmoid: "sigmoidSlope",
  softplus: "sigmoid",
} as const satisfies Partial<Record<UnaryName, UnaryName | BinaryName>>;

export type UnaryName = keyof typeof unary;
export type BinaryName = keyof typeof binary;
export type CompareName = keyof typeof compare;
type Name = UnaryName | BinaryName | CompareName;

/** Whether the kernel is so cheap that copying its operands would cost more than the computation. */
export function isArithmetic(name: Name): boolean {
  return name in arithmetic1 || name in arithmetic2;
}

/**
 * The tolerance for a kernel, in units in the last place. The functions here are off by up to 2.5 (tanh, measured
 * against mpmath), and a kernel may be off by as much in the other direction: hence 6 for every approximated function.
 */
export function ulpsOf(name: Name): number {
  return isArithmetic(name) || name in remainders || name in compare ? 0 : 6;
}

/**
 * For kernels whose answer can be a small difference of two larger numbers: the larger of these, to whose last place
 * `ulpsOf` refers. Here one of the two is the larger argument, and the other is between 0 and 1.
 */
export const cancels: Readonly<Partial<Record<Name, (x: number, y: number) => number>>> = {
  logaddexp: (x, y) => Math.max(1, Math.abs(x), Math.abs(y)),
  logaddexp2: (x, y) => Math.max(1, Math.abs(x), Math.abs(y)),
};
