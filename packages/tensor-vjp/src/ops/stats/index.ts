/** Distributions, by SciPy's names in camelCase: `norm.logpdf(x, loc, scale)`, `gamma.cdf(x, a)`, … */
export * as beta from "./beta.js";
export * as chi2 from "./chi2.js";
export * as dirichlet from "./dirichlet.js";
export * as gamma from "./gamma.js";
export * as multivariateNormal from "./multivariate-normal.js";
export * as norm from "./norm.js";
export * as poisson from "./poisson.js";
export * as t from "./t.js";
