/** What the module exports: one function per kernel and per way in which it walks memory. */
import { Add, Div, Maximum, Minimum, Mul, Sub } from "./arithmetic";
import { mapBinary } from "./binary";
import { Exp } from "./exp";
import { foldColumns, foldRows } from "./fold";
import { Tanh } from "./tanh";
import { mapUnary } from "./unary";

export { gemm } from "./gemm";

export function exp(n: i32, o: usize, x: usize): void {
  mapUnary<Exp>(n, o, x);
}
export function tanh(n: i32, o: usize, x: usize): void {
  mapUnary<Tanh>(n, o, x);
}

// prettier-ignore
export function add(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<Add>(m, n, o, oR, x, xR, xS, y, yR, yS);
}
// prettier-ignore
export function mul(m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32): void {
  mapBinary<Mul>(m, n, o, oR, x, xR, xS, y, yR, yS);
}

export function sumRows(m: i32, n: i32, o: usize, oS: isize, x: usize, xR: isize): void {
  foldRows<Add>(m, n, o, oS, x, xR, 0);
}
export function sumColumns(m: i32, n: i32, o: usize, x: usize, xR: isize, room: usize): void {
  foldColumns<Add>(m, n, o, x, xR, 0, room);
}
