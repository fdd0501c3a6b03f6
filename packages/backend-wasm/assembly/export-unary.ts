/** Exports: functions of one argument. */
import { Erf } from "./erf";
import { Exp, Exp2, Expm1 } from "./exponentials";
import { Cosh, Sinh } from "./hyperbolic";
import { Acosh, Asinh, Atanh } from "./inverse-hyperbolic";
import { Cbrt } from "./library";
import { Log, Log1p } from "./log";
import { Log10, Log2 } from "./log-bases";
import { Sigmoid, SigmoidAndSlope, Softplus, SoftplusAndSlope } from "./logistic";
import { Cos, Sin } from "./trig";
import { Neg, Abs, Square, Sqrt, Reciprocal, Relu, Sign, Floor, Ceil, Trunc, Round } from "./rounding";
import { mapGuarded, mapScalar, mapUnary } from "./unary";
import { Tanh, TanhAndSlope } from "./tanh";
import { mapWithSlope } from "./with-slope";

export function neg(n: i32, o: usize, x: usize): void {
  mapUnary<Neg>(n, o, x);
}
export function abs(n: i32, o: usize, x: usize): void {
  mapUnary<Abs>(n, o, x);
}
export function square(n: i32, o: usize, x: usize): void {
  mapUnary<Square>(n, o, x);
}
export function sqrt(n: i32, o: usize, x: usize): void {
  mapUnary<Sqrt>(n, o, x);
}
export function reciprocal(n: i32, o: usize, x: usize): void {
  mapUnary<Reciprocal>(n, o, x);
}
export function relu(n: i32, o: usize, x: usize): void {
  mapUnary<Relu>(n, o, x);
}
export function sign(n: i32, o: usize, x: usize): void {
  mapUnary<Sign>(n, o, x);
}
export function floor(n: i32, o: usize, x: usize): void {
  mapUnary<Floor>(n, o, x);
}
export function ceil(n: i32, o: usize, x: usize): void {
  mapUnary<Ceil>(n, o, x);
}
export function trunc(n: i32, o: usize, x: usize): void {
  mapUnary<Trunc>(n, o, x);
}
export function round(n: i32, o: usize, x: usize): void {
  mapUnary<Round>(n, o, x);
}
export function tanh(n: i32, o: usize, x: usize): void {
  mapUnary<Tanh>(n, o, x);
}
export function exp(n: i32, o: usize, x: usize): void {
  mapGuarded<Exp>(n, o, x);
}
export function exp2(n: i32, o: usize, x: usize): void {
  mapGuarded<Exp2>(n, o, x);
}
export function expm1(n: i32, o: usize, x: usize): void {
  mapGuarded<Expm1>(n, o, x);
}
export function sinh(n: i32, o: usize, x: usize): void {
  mapGuarded<Sinh>(n, o, x);
}
export function cosh(n: i32, o: usize, x: usize): void {
  mapGuarded<Cosh>(n, o, x);
}
export function acosh(n: i32, o: usize, x: usize): void {
  mapGuarded<Acosh>(n, o, x);
}
export function asinh(n: i32, o: usize, x: usize): void {
  mapGuarded<Asinh>(n, o, x);
}
export function atanh(n: i32, o: usize, x: usize): void {
  mapGuarded<Atanh>(n, o, x);
}
export function log(n: i32, o: usize, x: usize): void {
  mapGuarded<Log>(n, o, x);
}
export function log1p(n: i32, o: usize, x: usize): void {
  mapGuarded<Log1p>(n, o, x);
}
export function log10(n: i32, o: usize, x: usize): void {
  mapGuarded<Log10>(n, o, x);
}
export function log2(n: i32, o: usize, x: usize): void {
  mapGuarded<Log2>(n, o, x);
}
export function sigmoid(n: i32, o: usize, x: usize): void {
  mapGuarded<Sigmoid>(n, o, x);
}
export function softplus(n: i32, o: usize, x: usize): void {
  mapGuarded<Softplus>(n, o, x);
}
export function cos(n: i32, o: usize, x: usize): void {
  mapGuarded<Cos>(n, o, x);
}
export function sin(n: i32, o: usize, x: usize): void {
  mapGuarded<Sin>(n, o, x);
}
export function erf(n: i32, o: usize, x: usize): void {
  mapUnary<Erf>(n, o, x);
}
export function cbrt(n: i32, o: usize, x: usize): void {
  mapScalar<Cbrt>(n, o, x);
}
export function tanhAndSlope(n: i32, o: usize, s: usize, x: usize): void {
  mapWithSlope<TanhAndSlope>(n, o, s, x);
}
export function sigmoidAndSlope(n: i32, o: usize, s: usize, x: usize): void {
  mapWithSlope<SigmoidAndSlope>(n, o, s, x);
}
export function softplusAndSlope(n: i32, o: usize, s: usize, x: usize): void {
  mapWithSlope<SoftplusAndSlope>(n, o, s, x);
}
