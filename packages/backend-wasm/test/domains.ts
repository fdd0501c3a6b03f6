/** The vectorised functions, with the ranges on which their accuracy is measured. */
import type { Domain } from "./points.js";

const halfPi = Array.from({ length: 40 }, (_, k) => ((k + 1) * Math.PI) / 2);

/** Functions of one argument. */
export const unaryDomains: Readonly<Record<string, Domain>> = {
  exp: { ranges: [[-745.2, 709.8], [-2, 2]], near: [0, Math.LN2 / 2, 708, 745] }, // prettier-ignore
  exp2: { ranges: [[-1075, 1024], [-2, 2]], near: [0, 0.5, 1022, 1074] }, // prettier-ignore
  expm1: { ranges: [[-40, 709.8], [-1, 1]], near: [0, Math.LN2 / 2, 37, 708] }, // prettier-ignore
  log: { ranges: [[0, 3], [0.5, 2]], near: [1, Math.SQRT1_2, Math.SQRT2, 2] }, // prettier-ignore
  log2: { ranges: [[0, 3], [0.5, 2]], near: [1, Math.SQRT1_2, Math.SQRT2, 2, 8] }, // prettier-ignore
  log10: { ranges: [[0, 3], [0.5, 2]], near: [1, Math.SQRT1_2, Math.SQRT2, 10] }, // prettier-ignore
  log1p: { ranges: [[-1, 3], [-0.3, 0.42]], near: [0, -0.293, 0.414, 1] }, // prettier-ignore
  sin: { ranges: [[-10, 10], [-1700, 1700], [-1e9, 1e9]], near: [0, ...halfPi, 1608, 823549.6] }, // prettier-ignore
  cos: { ranges: [[-10, 10], [-1700, 1700], [-1e9, 1e9]], near: [0, ...halfPi, 1608, 823549.6] }, // prettier-ignore
  sinh: { ranges: [[-710.5, 710.5], [-2, 2]], near: [0, Math.LN2, 22, 710] }, // prettier-ignore
  cosh: { ranges: [[-710.5, 710.5], [-2, 2]], near: [0, Math.LN2, 22, 710] }, // prettier-ignore
  tanh: { ranges: [[-22, 22], [-1, 1], [0.046, 0.048]], near: [0, 3 / 64, 7 / 64, Math.log(3) / 2, 20] }, // prettier-ignore
  asinh: { ranges: [[-10, 10], [-1, 1]], near: [0, 1, 2 ** 28] }, // prettier-ignore
  acosh: { ranges: [[1, 3], [1, 1e4]], near: [1, 2, 2 ** 28] }, // prettier-ignore
  atanh: { ranges: [[-1, 1], [-0.5, 0.5]], near: [0, 0.5, 1] }, // prettier-ignore
  sigmoid: { ranges: [[-745, 40], [-5, 5]], near: [0, 3 / 32, 7 / 32, 40, 708, 745] }, // prettier-ignore
  softplus: { ranges: [[-745, 40], [-5, 5]], near: [0, 37, 708, 745] }, // prettier-ignore
  cbrt: { ranges: [[-10, 10]], near: [0, 1, 8] }, // prettier-ignore
  erf: { ranges: [[-6, 6], [-1.3, 1.3]], near: [0, 0.84375, 1.25, 2.857, 6] }, // prettier-ignore
};

/** Functions of two arguments. */
export const binaryDomains: Readonly<Record<string, readonly [Domain, Domain]>> = {
  hypot: [
    { ranges: [[-4, 4]], near: [0, 1, 1e-200, 1e200] }, // prettier-ignore
    { ranges: [[-4, 4]], near: [0, 1, 1e-200, 1e200] }, // prettier-ignore
  ],
  fmod: [
    { ranges: [[-4, 4], [-1e5, 1e5]], near: [0, 1] }, // prettier-ignore
    { ranges: [[-4, 4]], near: [0, 1, 0.1] }, // prettier-ignore
  ],
  pow: [
    { ranges: [[0, 4], [0.9, 1.1]], near: [1, 2, 0.5] }, // prettier-ignore
    { ranges: [[-20, 20], [-700, 700]], near: [0, 0.5, 1, 2, 3, 1e5] }, // prettier-ignore
  ],
};
