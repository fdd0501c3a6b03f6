/** Problems for the factorizations that iterate: eigenvalues and singular values. */
import type { Factorizations } from "../../kernels.js";
import {
  tolerance,
  firstOf,
  isNaNAll,
  near,
  norm,
  orthonormal,
  product,
  same,
  transposeOf,
} from "./judge.js";
import type { Fault } from "./judge.js";
import { matrix, oblong, sizes, nonFinite, square, symmetric } from "./matrices.js";
import type { Matrix } from "./matrices.js";
import type { FactorizationProblem } from "./problem.js";

type Kernel<K extends keyof Factorizations> = Factorizations[K];

function ascending(what: string, x: Float64Array, sign: 1 | -1): Fault {
  for (let i = 1; i < x.length; i++)
    if (!(sign * x[i - 1]! <= sign * x[i]!))
      return `expected ${what} in ${sign === 1 ? "ascending" : "descending"} order, got ${x[i - 1]} before ${x[i]}`;
  return undefined;
}

/** x (m×n) with column j multiplied by d[j]. */
const scaleColumns = (x: Float64Array, d: Float64Array, m: number, n: number): Float64Array =>
  matrix("", m, n, (i, j) => x[i * n + j]! * d[j]!).a;

export function* eighProblems(eigh: Kernel<"eigh">): Iterable<FactorizationProblem> {
  const repeated = matrix("with equal eigenvalues", 40, 40, (i, j) => (i === j ? (i % 3) + 1 : 0));
  const bordered = matrix("of ones", 40, 40, () => 1);
  for (const { name, n, a } of [...sizes.map(symmetric), repeated, bordered]) {
    yield {
      name,
      run(memory) {
        // Only the lower triangle may be read.
        const given = memory.input(a.map((x, at) => (at % n > Math.floor(at / n) ? NaN : x)));
        const [w, v, alone] = [memory.out(n), memory.out(n * n), memory.out(n)];
        const [found, foundAlone] = [eigh(w, v, given, n), eigh(alone, null, given, n)];
        const slack = tolerance(n, norm(a));
        return firstOf(
          () => same("the answer", found && foundAlone, true),
          () => ascending("eigenvalues", w, 1),
          () => orthonormal("v", v, n, n),
          () => near("a·v", product(a, v, n, n, n), scaleColumns(v, w, n, n), slack),
          () => near("eigenvalues alone", alone, w, slack),
        );
      },
    };
  }
  for (const { name, n, a } of nonFinite)
    yield {
      name,
      run(memory) {
        const [w, v] = [memory.out(n).fill(0), memory.out(n * n).fill(0)];
        return firstOf(
          () => same("the answer", eigh(w, v, memory.input(a), n), false),
          () => isNaNAll("w", w),
          () => isNaNAll("v", v),
        );
      },
    };
}

export function* svdProblems(svd: Kernel<"svd">): Iterable<FactorizationProblem> {
  for (const { name, m, n, a } of [...square, ...oblong])
    for (const full of [false, true])
      yield {
        name: full ? `${name}, full` : name,
        run(memory) {
          const k = Math.min(m, n);
          const [p, q] = full ? [m, n] : [k, k];
          const given = memory.input(a);
          const [u, s, vt] = [memory.out(m * p), memory.out(k), memory.out(q * n)];
          const [justU, justS, justVt] = [memory.out(m * p), memory.out(k), memory.out(q * n)];
          const found = svd(u, s, vt, given, m, n, full);
          const values = [memory.out(k), memory.out(k), justS];
          svd(justU, values[0]!, null, given, m, n, full);
          svd(null, values[1]!, justVt, given, m, n, full);
          svd(null, justS, null, given, m, n, full);
          const slack = tolerance(m + n, norm(a));
          const first = (x: Float64Array) => matrix("", m, k, (i, j) => x[i * p + j]!).a;
          return firstOf(
            () => same("the answer", found, true),
            () => ascending("singular values", s, -1),
            () => same("the sign of the last singular value", k > 0 && s[k - 1]! < 0, false),
            () => orthonormal("u", u, m, p),
            () => orthonormal("v", transposeOf(vt, q, n), n, q),
            () =>
              near(
                "u·s·vt",
                product(scaleColumns(first(u), s, m, k), vt.subarray(0, k * n), m, k, n),
                a,
                slack,
              ),
            () => orthonormal("u alone", justU, m, p),
            () => orthonormal("v alone", transposeOf(justVt, q, n), n, q),
            ...values.map((x) => () => near("singular values alone", x, s, slack)),
          );
        },
      };
  for (const { name, m, n, a } of nonFinite)
    yield {
      name,
      run(memory) {
        const [u, s, vt] = [memory.out(m * m).fill(0), memory.out(m).fill(0), memory.out(n * n).fill(0)];
        return firstOf(
          () => same("the answer", svd(u, s, vt, memory.input(a), m, n), false),
          ...[u, s, vt].map((x, i) => () => isNaNAll(["u", "s", "vt"][i]!, x)),
        );
      },
    };
}

export function* eigProblems(eig: Kernel<"eig">): Iterable<FactorizationProblem> {
  const rotation = matrix("rotation", 2, 2, (i, j) => (i === j ? 0 : j - i));
  const jordan = matrix("Jordan block", 5, 5, (i, j) => (i === j ? 2 : j === i + 1 ? 1 : 0));
  for (const { name, n, a } of [...square, rotation, jordan])
    yield {
      name,
      run(memory) {
        const given = memory.input(a);
        const [wr, wi, vr, vi] = [memory.out(n), memory.out(n), memory.out(n * n), memory.out(n * n)];
        const [aloneR, aloneI] = [memory.out(n), memory.out(n)];
        const found = eig(wr, wi, { vr, vi }, given, n);
        const foundAlone = eig(aloneR, aloneI, null, given, n);
        const slack = tolerance(n, norm(a));
        const [re, im] = [scaleColumns(vr, wr, n, n), scaleColumns(vr, wi, n, n)];
        const [re2, im2] = [scaleColumns(vi, wi, n, n), scaleColumns(vi, wr, n, n)];
        return firstOf(
          () => same("the answer", found && foundAlone, true),
          () => pairs(wr, wi),
          () => unit(wi, vr, vi, n),
          () => near("Re a·v", product(a, vr, n, n, n), re.map((x, i) => x - re2[i]!), slack), // prettier-ignore
          () => near("Im a·v", product(a, vi, n, n, n), im.map((x, i) => x + im2[i]!), slack), // prettier-ignore
          () => trace("eigenvalues", wr, a, n, slack),
          () => trace("eigenvalues alone", aloneR, a, n, slack),
          () => pairs(aloneR, aloneI),
        );
      },
    };
  for (const { name, n, a } of nonFinite)
    yield {
      name,
      run(memory) {
        const outs = [memory.out(n), memory.out(n), memory.out(n * n), memory.out(n * n)] as const;
        const [wr, wi, vr, vi] = outs;
        outs.forEach((x) => x.fill(0));
        return firstOf(
          () => same("the answer", eig(wr, wi, { vr, vi }, memory.input(a), n), false),
          ...outs.map((x, i) => () => isNaNAll(["wr", "wi", "vr", "vi"][i]!, x)),
        );
      },
    };
}

/** Checks that complex eigenvalues come in conjugate pairs, the positive imaginary part first. */
function pairs(wr: Float64Array, wi: Float64Array): Fault {
  for (let i = 0; i < wi.length; i++) {
    if (wi[i] === 0) continue;
    if (!(wi[i]! > 0 && wi[i + 1] === -wi[i]! && wr[i + 1] === wr[i]))
      return `expected the conjugate of ${wr[i]} + ${wi[i]}i after it, got ${wr[i + 1]} + ${wi[i + 1]}i`;
    i++;
  }
  return undefined;
}

/**
 * Checks for columns of 2-norm 1. In complex ones, the largest entry, or one that ties with it, must be real and
 * positive.
 */
function unit(wi: Float64Array, vr: Float64Array, vi: Float64Array, n: number): Fault {
  for (let j = 0; j < n; j++) {
    const sizes = Array.from({ length: n }, (_, i) => Math.hypot(vr[i * n + j]!, vi[i * n + j]!));
    const [length, most] = [Math.hypot(...sizes), Math.max(...sizes)];
    if (!(Math.abs(length - 1) <= tolerance(n, 1)))
      return `expected vector ${j} to have norm 1, got ${length}`;
    if (wi[j] === 0) continue;
    const isPositive = sizes.some(
      (size, i) =>
        size >= most * (1 - 1e-10) && Math.abs(vi[i * n + j]!) <= tolerance(n, 1) && vr[i * n + j]! > 0,
    );
    if (!isPositive)
      return `expected the largest entry of vector ${j} to be real and positive, got a complex or negative one`;
  }
  return undefined;
}

/** Checks that the sum of the eigenvalues is the trace: it is well-conditioned even if the eigenvalues are not. */
function trace(what: string, wr: Float64Array, a: Matrix["a"], n: number, slack: number): Fault {
  let wanted = 0;
  for (let i = 0; i < n; i++) wanted += a[i * n + i]!;
  const sum = wr.reduce((s, x) => s + x, 0);
  return near(`the sum of the ${what}`, Float64Array.of(sum), Float64Array.of(wanted), n * slack);
}
