/** Which function of ours a golden op is: by NumPy's name in camelCase, or by the table of exceptions. */
import * as nd from "@ndgrad/tensor-vjp";
import * as linalg from "@ndgrad/tensor-vjp/linalg";
import * as special from "@ndgrad/tensor-vjp/special";
import type { Tensor } from "@ndgrad/tensor-vjp";

type Fn = (...args: never[]) => unknown;
type Options = Readonly<Record<string, unknown>>;
/** How a golden op is called: decoded positional arguments and options. */
export type Call = (args: readonly unknown[], options: Options) => unknown;

/** The modules that op names are looked up in, by what stands before the dot. */
const modules: Readonly<Record<string, object>> = {
  "": nd,
  linalg,
  nn: nd,
  "scipy.linalg": linalg,
  special,
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
  "scipy.linalg.solve_triangular": ([a, b], { lower, trans, unit_diagonal }) =>
    linalg.solveTriangular(a as Tensor, b as Tensor, {
      lower: lower === true,
      trans: trans === 1,
      unitDiagonal: unit_diagonal === true,
    }),
  round: ([x], { decimals = 0 }) => nd.round(x as Tensor, decimals as number),
};

function camel(name: string): string {
  return name.replace(/_+([a-z0-9])/g, (_, c: string) => c.toUpperCase());
}

/** The call for `op`, or `undefined` where we have no such op yet. */
export function lookUp(op: string): Call | undefined {
  const known = ours[op];
  if (known !== undefined) return known;
  const path = renamed[op] ?? op;
  const dot = path.lastIndexOf(".");
  const fn = (modules[path.slice(0, Math.max(dot, 0))] as Record<string, Fn> | undefined)?.[
    camel(path.slice(dot + 1))
  ];
  if (fn === undefined) return undefined;
  return (args, options) => {
    const named = Object.fromEntries(Object.entries(options).map(([key, value]) => [camel(key), value]));
    const all = Object.keys(named).length === 0 ? args : [...args, named];
    return fn(...(all as never[]));
  };
}
