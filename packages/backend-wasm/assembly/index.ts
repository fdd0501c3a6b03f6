/** What the module exports: one function per kernel and per way in which it walks memory. */
import { Add, Maximum, Minimum, Mul } from "./arithmetic";
import { foldColumns, foldRows } from "./fold";

export { argsort } from "./argsort";
export { axpy } from "./axpy";
export { gather, scatter, scatterAdd } from "./blocks";
export { copy, fill } from "./copy";
export * from "./export-binary";
export * from "./export-unary";
export { argmax, argmin } from "./extremes";
export { gemm } from "./gemm";
export { gemv } from "./gemv";
export { cumprod, cumsum } from "./scans";
export { logSoftmax, logsumexp, softmax } from "./softmax";
export { sort } from "./sort";
export { where } from "./where";

export function sumRows(m: i32, n: i32, o: usize, oS: isize, x: usize, xR: isize): void {
  foldRows<Add>(m, n, o, oS, x, xR, 0);
}
export function sumColumns(m: i32, n: i32, o: usize, x: usize, xR: isize, room: usize): void {
  foldColumns<Add>(m, n, o, x, xR, 0, room);
}
export function prodRows(m: i32, n: i32, o: usize, oS: isize, x: usize, xR: isize): void {
  foldRows<Mul>(m, n, o, oS, x, xR, 1);
}
export function prodColumns(m: i32, n: i32, o: usize, x: usize, xR: isize, room: usize): void {
  foldColumns<Mul>(m, n, o, x, xR, 1, room);
}
export function maxRows(m: i32, n: i32, o: usize, oS: isize, x: usize, xR: isize): void {
  foldRows<Maximum>(m, n, o, oS, x, xR, -Infinity);
}
export function maxColumns(m: i32, n: i32, o: usize, x: usize, xR: isize, room: usize): void {
  foldColumns<Maximum>(m, n, o, x, xR, -Infinity, room);
}
export function minRows(m: i32, n: i32, o: usize, oS: isize, x: usize, xR: isize): void {
  foldRows<Minimum>(m, n, o, oS, x, xR, Infinity);
}
export function minColumns(m: i32, n: i32, o: usize, x: usize, xR: isize, room: usize): void {
  foldColumns<Minimum>(m, n, o, x, xR, Infinity, room);
}
