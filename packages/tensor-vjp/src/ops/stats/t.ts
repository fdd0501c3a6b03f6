/** Student's t distribution with df degrees of freedom. */
import { method } from "../../method.js";
import { sub } from "../../primitives/elementwise/arithmetic.js";
import { exp, log } from "../../primitives/elementwise/exponential.js";
import { studentCdf, studentLogDensity } from "../../primitives/special/student-t.js";
import type { Tensor } from "../../tensor.js";
import { standardize } from "./support.js";

type StudentOp = (x: Tensor, df: Tensor, loc?: Tensor, scale?: Tensor) => Tensor;

/** log of the density: −(df + 1)/2·log(1 + z²/df) − log(√df B(df/2, 1/2) scale). Shapes: broadcast. Differentiable in all. */
export const logpdf: StudentOp = method("t.logpdf", (x, df, loc, scale) =>
  sub(studentLogDensity(df, standardize(x, loc, scale)), log(scale ?? 1)),
);

/** The density. Shapes: broadcast. */
export const pdf: StudentOp = method("t.pdf", (x, df, loc, scale) => exp(logpdf(x, df, loc, scale)));

/** The distribution function. Shapes: broadcast. No derivative in df. Source: DLMF 8.17. */
export const cdf: StudentOp = method("t.cdf", (x, df, loc, scale) =>
  studentCdf(df, standardize(x, loc, scale)),
);

/** log of the distribution function. Shapes: broadcast. No derivative in df. */
export const logcdf: StudentOp = method("t.logcdf", (x, df, loc, scale) => log(cdf(x, df, loc, scale)));
