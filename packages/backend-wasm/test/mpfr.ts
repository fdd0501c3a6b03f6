/** Reference values of functions to 60 digits, by MPFR. */
import { init, mpfr_rnd_t } from "gmp-wasm";

const { binding: mpfr } = await init();

/** More than 50 digits, with some to spare for the roundings of a few steps. */
const BITS = 200;
const NEAREST = mpfr_rnd_t.MPFR_RNDN;

type Big = ReturnType<typeof mpfr.mpfr_t>;

function big(): Big {
  const x = mpfr.mpfr_t();
  mpfr.mpfr_init2(x, BITS);
  return x;
}

const [x, y, result, difference] = [big(), big(), big(), big()];
const one = big();
mpfr.mpfr_set_d(one, 1, NEAREST);

type Unary = "exp" | "exp2" | "expm1" | "log" | "log2" | "log10" | "log1p" | "sin" | "cos" | "sinh" | "cosh" | "tanh" | "asinh" | "acosh" | "atanh" | "erf" | "cbrt"; // prettier-ignore
const own: readonly Unary[] = [
  ...(["exp", "exp2", "expm1", "log", "log2", "log10", "log1p"] as const),
  ...(["sin", "cos"] as const),
  ...(["sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "erf", "cbrt"] as const),
];

function sigmoid(): void {
  mpfr.mpfr_neg(result, x, NEAREST);
  mpfr.mpfr_exp(result, result, NEAREST);
  mpfr.mpfr_add_ui(result, result, 1, NEAREST);
  mpfr.mpfr_div(result, one, result, NEAREST);
}

/** `result` = the function of `x`, and of `y` where it takes two. */
const functions: Readonly<Record<string, () => void>> = {
  ...Object.fromEntries(own.map((name) => [name, () => void mpfr[`mpfr_${name}`](result, x, NEAREST)])),
  sigmoid,
  softplusSlope: sigmoid,
  tanhSlope() {
    mpfr.mpfr_sech(result, x, NEAREST);
    mpfr.mpfr_sqr(result, result, NEAREST);
  },
  /** 1 / (4 cosh^2(x / 2)) */
  sigmoidSlope() {
    mpfr.mpfr_div_2exp(result, x, 1, NEAREST);
    mpfr.mpfr_sech(result, result, NEAREST);
    mpfr.mpfr_sqr(result, result, NEAREST);
    mpfr.mpfr_div_2exp(result, result, 2, NEAREST);
  },
  /** max(x, 0) + log(1 + e^-|x|): e^x itself may be too large for MPFR here. */
  softplus() {
    const isBelow = mpfr.mpfr_signbit(x) !== 0;
    mpfr.mpfr_abs(result, x, NEAREST);
    mpfr.mpfr_neg(result, result, NEAREST);
    mpfr.mpfr_exp(result, result, NEAREST);
    mpfr.mpfr_log1p(result, result, NEAREST);
    if (!isBelow) mpfr.mpfr_add(result, result, x, NEAREST);
  },
  pow: () => void mpfr.mpfr_pow(result, x, y, NEAREST),
  hypot: () => void mpfr.mpfr_hypot(result, x, y, NEAREST),
  fmod: () => void mpfr.mpfr_fmod(result, x, y, NEAREST),
};

/**
 * How far `got` is from the function of `args`, in units in the last place of that; Infinity where `got` is not finite
 * and the nearest number is, or is none of a NaN or a zero of the right sign.
 */
export function ulpsFrom(name: string, args: readonly number[], got: number): number {
  return distancesFrom(name, args)(got);
}

/** `ulpsFrom` for several answers to the same question, until the next is asked. */
export function distancesFrom(name: string, args: readonly number[]): (got: number) => number {
  mpfr.mpfr_set_d(x, args[0]!, NEAREST);
  if (args.length > 1) mpfr.mpfr_set_d(y, args[1]!, NEAREST);
  functions[name]!();
  const nearest = mpfr.mpfr_get_d(result, NEAREST);
  return (got) => {
    if (Object.is(nearest, got)) return distance(got, nearest);
    if (!Number.isFinite(nearest) || !Number.isFinite(got) || mpfr.mpfr_zero_p(result) !== 0) return Infinity;
    return distance(got, nearest);
  };
}

function distance(got: number, nearest: number): number {
  if (!Number.isFinite(nearest) || mpfr.mpfr_zero_p(result) !== 0) return 0;
  mpfr.mpfr_sub_d(difference, result, got, NEAREST);
  // Below 2 ** -1022 numbers are 2 ** -1074 apart.
  const shift = 53 - Math.max(mpfr.mpfr_get_exp(result), -1021);
  if (shift >= 0) mpfr.mpfr_mul_2exp(difference, difference, shift, NEAREST);
  else mpfr.mpfr_div_2exp(difference, difference, -shift, NEAREST);
  return Math.abs(mpfr.mpfr_get_d(difference, NEAREST));
}
