/** What the module exports: one function per kernel and per way in which it walks memory. */
export { argsort } from "./argsort";
export { gather, scatter, scatterAdd } from "./blocks";
export { copy, fill } from "./copy";
export * from "./exports";
export { argmax, argmin } from "./extremes";
export { gemm } from "./gemm";
export { gemv } from "./gemv";
export { cumprod, cumsum } from "./scans";
export { logSoftmax, logsumexp, softmax } from "./softmax";
export { sort } from "./sort";
export { where } from "./where";
