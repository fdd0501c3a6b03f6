/** Which function of ours a golden op is: by NumPy's name in camelCase, or by the table of exceptions. */
import * as nd from "@ndgrad/tensor-vjp";
import { Complex, complex } from "@ndgrad/tensor-vjp/complex";
import * as fft from "@ndgrad/tensor-vjp/fft";
import * as linalg from "@ndgrad/tensor-vjp/linalg";
import * as signal from "@ndgrad/tensor-vjp/signal";
import * as nn from "@ndgrad/tensor-vjp/nn";
import * as special from "@ndgrad/tensor-vjp/special";
import * as stats from "@ndgrad/tensor-vjp/stats";
import type { Tensor } from "@ndgrad/tensor-vjp";

type Fn = (...args: never[]) => unknown;
type Options = Readonly<Record<string, unknown>>;
/** How a golden op is called: decoded positional arguments and options. */
export type Call = (args: readonly unknown[], options: Options) => unknown;

/** What op names with dots are looked up in. */
const modules: Readonly<Record<string, unknown>> = {
  fft: Object.fromEntries(Object.entries(fft).map(([name, fn]) => [name, onPairs(fn as Fn)])),
  linalg,
  nn,
  scipy: { linalg },
  signal,
  special,
  stats,
};

const renamed: Readonly<Record<string, string>> = {
  absolute: "abs",
  amax: "max",
  amin: "min",
  arccos: "acos",
  arccosh: "acosh",
  arcsin: "asin",
  arcsinh: "asinh",
  arctan: "atan",
  arctan2: "atan2",
  arctanh: "atanh",
  degrees: "rad2deg",
  divide: "div",
  fabs: "abs",
  fix: "trunc",
  float_power: "pow",
  multiply: "mul",
  negative: "neg",
  power: "pow",
  radians: "deg2rad",
  remainder: "mod",
  rint: "round",
  "special.expit": "sigmoid",
  "special.log_expit": "logSigmoid",
  subtract: "sub",
  "special.psi": "special.digamma",
  true_divide: "div",
  var: "variance",
};

/** Parameters that golden calls give by position are options of ours. */
const conv =
  (f: typeof nn.conv2d): Call =>
  ([x, w, bias], options) =>
    f(x as Tensor, w as Tensor, { ...options, bias: bias as Tensor | undefined });
const normalized =
  (f: typeof nn.layerNorm): Call =>
  ([x, weight, bias], options) =>
    f(x as Tensor, { ...options, weight: weight as Tensor | undefined, bias: bias as Tensor | undefined });

/** Signatures that are ours rather than NumPy's. */
const ours: Readonly<Record<string, Call>> = {
  take_along_axis: ([x, positions, axis]) =>
    nd.takeAlongAxis(x as Tensor, positions as Exclude<nd.Indices, number>, { axis: axis as number }),
  transpose: ([x, axes], options) =>
    nd.transpose(x as Tensor, (axes ?? options["axes"]) as number[] | undefined),
  tril: ([x, k], options) => nd.tril(x as Tensor, (k ?? options["k"] ?? 0) as number),
  triu: ([x, k], options) => nd.triu(x as Tensor, (k ?? options["k"] ?? 0) as number),
  broadcast_arrays: (xs) => nd.broadcastArrays(xs as Tensor[]),
  diag: ([x, k], options) => nd.diag(x as Tensor, (k ?? options["k"] ?? 0) as number),
  gradient: ([f, ...spacing], { edge_order, axis }) =>
    nd.gradient(f as Tensor, {
      spacing: spacing.length > 1 ? (spacing as nd.Spacing[]) : (spacing[0] as nd.Spacing | undefined),
      edgeOrder: edge_order as 1 | 2 | undefined,
      axis: axis as number | undefined,
    }),
  meshgrid: (xs, { indexing }) =>
    nd.meshgrid(xs as Tensor[], { indexing: indexing as "xy" | "ij" | undefined }),
  getitem: ([x, index]) => nd.at(x as Tensor, index as nd.Index),
  "nn.batch_norm": normalized(nn.batchNorm),
  "nn.conv1d": conv(nn.conv1d),
  "nn.conv2d": conv(nn.conv2d),
  "nn.layer_norm": normalized(nn.layerNorm),
  "scipy.linalg.solve_triangular": ([a, b], { lower, trans, unit_diagonal }) =>
    linalg.solveTriangular(a as Tensor, b as Tensor, {
      lower: lower === true,
      trans: trans === 1,
      unitDiagonal: unit_diagonal === true,
    }),
  "stats.norm.logpdf": ([x, loc, scale], options) =>
    stats.norm.logpdf(
      x as Tensor,
      (loc ?? options["loc"]) as Tensor | undefined,
      (scale ?? options["scale"]) as Tensor | undefined,
    ),
  delete: ([x, positions], { axis }) =>
    nd.deleteAt(x as Tensor, positions as number, { axis: axis as number | undefined }),
  round: ([x], { decimals = 0 }) => nd.round(x as Tensor, decimals as number),
};

/** `fn` of complex arrays, called as the golden cases do: with re and im, or null for im, giving [re, im]. */
function onPairs(fn: Fn): Fn {
  return (first, second, ...rest) => {
    const isPair = typeof second === "object" && (second === null || "shape" in second);
    const z = second === null || !isPair ? first : complex(first, second);
    const ans = fn(...([z, ...(isPair ? rest : [second])] as never[]));
    return ans instanceof Complex ? [ans.re, ans.im] : ans;
  };
}

function camel(name: string): string {
  return name.replace(/_+([a-z0-9])/g, (_, c: string) => c.toUpperCase());
}

/** The call for `op`, or `undefined` where we have no such op yet. */
export function lookUp(op: string): Call | undefined {
  const known = ours[op];
  if (known !== undefined) return known;
  const path = (renamed[op] ?? op).split(".").map(camel);
  const fn = path.reduce<unknown>(
    (found, name) => (found as Record<string, unknown> | undefined)?.[name],
    path.length === 1 ? nd : modules,
  ) as Fn | undefined;
  if (fn === undefined) return undefined;
  return (args, options) => {
    const named = Object.fromEntries(Object.entries(options).map(([key, value]) => [camel(key), value]));
    const all = Object.keys(named).length === 0 ? args : [...args, named];
    return fn(...(all as never[]));
  };
}
