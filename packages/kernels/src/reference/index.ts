/** The reference backend: every kernel, in plain JavaScript. */
import type { Kernels } from "../kernels.js";
import { withSlope } from "../scalar.js";
import { cholesky, eig, eigh, lu, qr, solveTriangular, svd } from "@ndgrad/numerics/linalg";
import { axpy } from "./axpy.js";
import { gather, scatter, scatterAdd } from "./blocks.js";
import { copy } from "./copy.js";
import { elementwise } from "./elementwise.js";
import { argmax, argmin } from "./extremes.js";
import { fold } from "./fold.js";
import { matmul } from "./matmul.js";
import { cumprod, cumsum } from "./scans.js";
import { logSoftmax, logsumexp, softmax } from "./softmax.js";
import { argsort, sort } from "./sorting.js";
import { mapTable } from "./table.js";
import { inParts } from "./with-slope.js";

export const reference: Kernels = {
  ...elementwise,
  ...mapTable(withSlope, (name) => inParts(name, elementwise)),
  sum: fold("sum", (x, y) => `(${x} + ${y})`, 0),
  prod: fold("prod", (x, y) => `(${x} * ${y})`, 1),
  max: fold("max", (x, y) => `Math.max(${x}, ${y})`, -Infinity),
  min: fold("min", (x, y) => `Math.min(${x}, ${y})`, Infinity),
  logsumexp,
  argmax,
  argmin,
  cumsum,
  cumprod,
  softmax,
  logSoftmax,
  matmul,
  axpy,
  copy,
  gather,
  scatter,
  scatterAdd,
  sort,
  argsort,
  lu,
  cholesky,
  qr,
  eigh,
  eig,
  svd,
  solveTriangular,
};
