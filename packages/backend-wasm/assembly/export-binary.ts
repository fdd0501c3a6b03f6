/** Exports: functions of two arguments, and comparisons. */
import { Add, Div, DoubleMul, Maximum, Minimum, Mul, Sub } from "./arithmetic";
import {
  Copysign,
  Fmax,
  FmaxShare,
  Fmin,
  FminShare,
  MaximumShare,
  MinimumShare,
  WherePositive,
} from "./pairs";
import { TanhSlope } from "./tanh";
import { Fmod, Hypot, Mod } from "./library";
import { Logaddexp, Logaddexp2, SigmoidSlope } from "./logistic";
import { mapBinary } from "./binary";
import { Pow } from "./power";
import { mapSlope } from "./slopes";
import { Equal, Greater, GreaterEqual, Less, LessEqual, NotEqual, mapCompare } from "./compare";

// prettier-ignore
export function add(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<Add>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function div(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<Div>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function maximum(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<Maximum>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function minimum(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<Minimum>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function mul(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<Mul>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function doubleMul(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<DoubleMul>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function sub(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<Sub>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function copysign(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<Copysign>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function fmax(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<Fmax>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function fmaxShare(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<FmaxShare>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function fmin(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<Fmin>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function fminShare(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<FminShare>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function maximumShare(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<MaximumShare>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function minimumShare(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<MinimumShare>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function wherePositive(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<WherePositive>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function pow(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<Pow>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function sigmoidSlope(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapSlope<SigmoidSlope>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function tanhSlope(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapSlope<TanhSlope>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function hypot(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<Hypot>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function fmod(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<Fmod>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function mod(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<Mod>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function logaddexp(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<Logaddexp>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function logaddexp2(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<Logaddexp2>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function equal(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapCompare<Equal>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function greater(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapCompare<Greater>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function greaterEqual(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapCompare<GreaterEqual>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function less(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapCompare<Less>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function lessEqual(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapCompare<LessEqual>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function notEqual(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapCompare<NotEqual>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
