/** All ops that the package exports, each with samples. */
import type { OpEntry, OpSpec } from "./entry.js";
import {
  complexArithmetic,
  complexFunctions,
  complexLinear,
  complexParts,
  complexProducts,
} from "../complex/complex.samples.js";
import { constructors } from "../ops/create/create.samples.js";
import {
  activations,
  arithmetic,
  choosing,
  exponential,
  trigonometric,
} from "../ops/elementwise/elementwise.samples.js";
import { fourier } from "../ops/fft/fft.samples.js";
import { indexing } from "../ops/index/index.samples.js";
import { joining, reordering, reshaping, splitting } from "../ops/shape/shape.samples.js";
import { linearAlgebra } from "../ops/linalg/linalg.samples.js";
import { comparisons, questions, rounding } from "../ops/elementwise/masks.samples.js";
import { moreProducts, signal } from "../ops/products/more-products.samples.js";
import { products } from "../ops/products/products.samples.js";
import { moreActivations, networks } from "../ops/nn/nn.samples.js";
import { random } from "../random/random.samples.js";
import { bessels, entropies, errorFunctions, gammas } from "../ops/special/special.samples.js";
import { statistics } from "../ops/reduce/statistics.samples.js";
import {
  betas,
  chiSquares,
  dirichlets,
  gammas as gammaDistribution,
  multivariateNormals,
  normal,
  poissons,
  student,
} from "../ops/stats/stats.samples.js";
import { diagonals, polynomials, sampled, spreading } from "../ops/shape/spreading.samples.js";
import { cumulative, normalising, reductions, sorting } from "../ops/reduce/reduce.samples.js";

/** `prefix` is the subpath that users import the ops from: "linalg." for @ndgrad/tensor-vjp/linalg. */
function family(name: string, ops: Readonly<Record<string, OpSpec>>, prefix = ""): OpEntry[] {
  return Object.entries(ops).map(([op, spec]) => ({ name: `${prefix}${op}`, family: name, ...spec }));
}

export const opTable: readonly OpEntry[] = [
  ...family("arithmetic", arithmetic),
  ...family("exponentials and logarithms", exponential),
  ...family("trigonometric and hyperbolic", trigonometric),
  ...family("choosing", choosing),
  ...family("activations", activations),
  ...family("reductions", reductions),
  ...family("cumulative", cumulative),
  ...family("normalising", normalising),
  ...family("sorting", sorting),
  ...family("products", { ...products, ...moreProducts }),
  ...family("reshaping", reshaping),
  ...family("reordering", reordering),
  ...family("joining", joining),
  ...family("splitting", splitting),
  ...family("diagonals", diagonals),
  ...family("spreading", spreading),
  ...family("indexing", indexing),
  ...family("sampled functions", sampled),
  ...family("polynomials", polynomials),
  ...family("making arrays", constructors),
  ...family("comparisons", comparisons),
  ...family("questions", questions),
  ...family("rounding", rounding),
  ...family("linear algebra", linearAlgebra, "linalg."),
  ...family("convolution", signal, "signal."),
  ...family("Fourier transforms", fourier, "fft."),
  ...family("parts of complex arrays", complexParts, "complex."),
  ...family("complex arithmetic", complexArithmetic, "complex."),
  ...family("complex functions", complexFunctions, "complex."),
  ...family("complex arrays by parts", complexLinear, "complex."),
  ...family("complex products", complexProducts, "complex."),
  ...family("statistics", statistics),
  ...family("neural networks", networks, "nn."),
  ...family("more activations", moreActivations, "nn."),
  ...family("normal distribution", normal, "stats.norm."),
  ...family("Student's t distribution", student, "stats.t."),
  ...family("beta distribution", betas, "stats.beta."),
  ...family("gamma distribution", gammaDistribution, "stats.gamma."),
  ...family("χ² distribution", chiSquares, "stats.chi2."),
  ...family("Poisson distribution", poissons, "stats.poisson."),
  ...family("Dirichlet distribution", dirichlets, "stats.dirichlet."),
  ...family("multivariate normal distribution", multivariateNormals, "stats.multivariateNormal."),
  ...family("random", random, "random."),
  ...family("gamma and beta functions", gammas, "special."),
  ...family("Bessel functions", bessels, "special."),
  ...family("error functions and the normal distribution", errorFunctions, "special."),
  ...family("entropies and logarithms", entropies, "special."),
  ...family("choosing", { logit: entropies.logit }),
];
