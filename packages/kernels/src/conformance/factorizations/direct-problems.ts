/** Problems for the direct factorizations, which take a fixed number of steps. */
import type { Factorizations } from "../../kernels.js";
import { tolerance, firstOf, near, norm, orthonormal, product, same } from "./judge.js";
import type { Fault } from "./judge.js";
import { matrix, oblong, positive, random, sizes, nonFinite, square } from "./matrices.js";
import type { FactorizationProblem } from "./problem.js";

type Kernel<K extends keyof Factorizations> = Factorizations[K];

export function* luProblems(lu: Kernel<"lu">): Iterable<FactorizationProblem> {
  for (const { name, m, n, a } of [...square, ...oblong]) {
    yield {
      name,
      run(memory) {
        const [out, perm, given] = [memory.out(m * n), memory.indices(m), memory.input(a)];
        const { sign, zeroPivot } = lu(out, perm, given, m, n);
        const k = Math.min(m, n);
        const part = (rows: number, columns: number, f: (i: number, j: number) => number) =>
          matrix("", rows, columns, f).a;
        const l = part(m, k, (i, j) => (i === j ? 1 : j < i ? out[i * n + j]! : 0));
        const u = part(k, n, (i, j) => (j >= i ? out[i * n + j]! : 0));
        const moved = part(m, n, (i, j) => a[perm[i]! * n + j]!);
        const zero = Array.from({ length: k }, (_, i) => u[i * n + i]).indexOf(0);
        return firstOf(
          () =>
            same("the rows named by perm", String([...perm].sort((i, j) => i - j)), String([...perm.keys()])),
          () => near("l·u", product(l, u, m, k, n), moved, tolerance(k, norm(a))),
          () => bounded("l", l),
          () => same("sign", sign, parity(perm)),
          () => same("zeroPivot", zeroPivot, zero),
        );
      },
    };
  }
  for (const { name, n, a } of nonFinite)
    yield {
      name,
      run(memory) {
        const [out, perm] = [memory.out(n * n), memory.indices(n)];
        lu(out, perm, memory.input(a), n, n);
        return showsNonFinite(out);
      },
    };
}

/** Checks for an entry that is not finite: these kernels have no other way to report a non-finite input. */
function showsNonFinite(...factors: readonly Float64Array[]): Fault {
  const isFinite = factors.every((x) => x.every(Number.isFinite));
  return isFinite ? "expected an entry of the factors that is not finite, got finite ones" : undefined;
}

/** Checks the bound of partial pivoting: no multiplier exceeds 1. */
function bounded(what: string, x: Float64Array): Fault {
  const large = x.find((v) => Math.abs(v) > 1);
  return large === undefined ? undefined : `expected entries of ${what} up to 1, got ${large}`;
}

function parity(perm: Int32Array): 1 | -1 {
  let sign: 1 | -1 = 1;
  perm.forEach((p, i) => perm.subarray(i + 1).forEach((q) => (sign = q < p ? (sign === 1 ? -1 : 1) : sign)));
  return sign;
}

export function* choleskyProblems(cholesky: Kernel<"cholesky">): Iterable<FactorizationProblem> {
  for (const { name, n, a } of sizes.map(positive)) {
    yield {
      name,
      run(memory) {
        // Entries above the diagonal must be ignored.
        const lower = a.map((x, at) => (at % n > Math.floor(at / n) ? NaN : x));
        const out = memory.out(n * n);
        const answer = cholesky(out, memory.input(lower), n);
        const lt = matrix("", n, n, (i, j) => out[j * n + i]!).a;
        return firstOf(
          () => same("the answer", answer, -1),
          () => above("the factor", out, n, n, (i, j) => j > i),
          () => near("l·lᵀ", product(out, lt, n, n, n), a, tolerance(n, norm(a))),
        );
      },
    };
  }
  for (const n of [4, 40])
    for (const row of [0, 2, n - 1])
      for (const pivot of [0, -1, NaN])
        yield {
          name: `positive except for ${pivot} in row ${row} [${n}, ${n}]`,
          run: (memory) => {
            const { a } = positive(n);
            const damaged = a.map((x, at) => (at === row * (n + 1) ? pivot : x));
            const out = memory.out(n * n);
            const bad = cholesky(out, memory.input(damaged), n);
            // The rows before it must still be right.
            const part = (f: (i: number, j: number) => number) => matrix("", row, row, f).a;
            const [l, lt] = [part((i, j) => out[i * n + j]!), part((i, j) => out[j * n + i]!)];
            const leading = part((i, j) => a[i * n + j]!);
            return firstOf(
              () => same("the row of the first bad pivot", bad, row),
              () => near("l·lᵀ before it", product(l, lt, row, row, row), leading, tolerance(n, norm(a))),
            );
          },
        };
}

/** Checks for zeros, not −0 or old contents, where `isZero`. */
function above(
  what: string,
  x: Float64Array,
  m: number,
  n: number,
  isZero: (i: number, j: number) => boolean,
): Fault {
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++)
      if (isZero(i, j) && x[i * n + j] !== 0)
        return `expected ${what} to be 0 at [${i}, ${j}], got ${x[i * n + j]}`;
  return undefined;
}

export function* qrProblems(qr: Kernel<"qr">): Iterable<FactorizationProblem> {
  for (const { name, m, n, a } of [...square, ...oblong])
    for (const complete of [false, true])
      yield {
        name: complete ? `${name}, complete` : name,
        run(memory) {
          const p = complete ? m : Math.min(m, n);
          const [q, r, alone] = [memory.out(m * p), memory.out(p * n), memory.out(p * n)];
          const given = memory.input(a);
          qr(q, r, given, m, n, complete);
          qr(null, alone, given, m, n, complete);
          return firstOf(
            () => orthonormal("q", q, m, p),
            () => above("r", r, p, n, (i, j) => j < i),
            () => near("q·r", product(q, r, m, p, n), a, tolerance(m + n, norm(a))),
            () => near("r alone", alone, r, tolerance(m + n, norm(a))),
          );
        },
      };
  for (const [m, n, a, diagonal] of signs)
    yield {
      name: `signs of ${a.join(" ")} [${m}, ${n}]`,
      run(memory) {
        const p = Math.min(m, n);
        const r = memory.out(p * n);
        qr(memory.out(m * p), r, memory.input(Float64Array.from(a)), m, n);
        const got = Float64Array.from({ length: p }, (_, i) => r[i * n + i]!);
        return near("the diagonal of r", got, Float64Array.from(diagonal), tolerance(m, 200));
      },
    };
  for (const { name, n, a } of nonFinite)
    yield {
      name,
      run(memory) {
        const [q, r] = [memory.out(n * n), memory.out(n * n)];
        qr(q, r, memory.input(a), n, n);
        return showsNonFinite(q, r);
      },
    };
}

/** LAPACK's signs: a reflection flips the sign of the diagonal entry, and is omitted if everything below it is 0. */
const signs: readonly (readonly [m: number, n: number, a: readonly number[], diagonal: readonly number[]])[] =
  [
    [2, 1, [3, 4], [-5]],
    [2, 1, [-3, 4], [5]],
    [2, 1, [0, -2], [-2]],
    [2, 2, [2, 1, 0, 3], [2, 3]],
    [2, 2, [-2, 1, 0, -3], [-2, -3]],
    [2, 2, [0, 1, 1, 0], [-1, -1]],
    [1, 3, [-7, 1, 2], [-7]],
    [3, 3, [12, -51, 4, 6, 167, -68, -4, 24, -41], [-14, -175, -35]],
  ];

export function* triangularProblems(solve: Kernel<"solveTriangular">): Iterable<FactorizationProblem> {
  const kinds = [false, true].flatMap((lower) =>
    [false, true].flatMap((trans) => [false, true].map((unitDiagonal) => ({ lower, trans, unitDiagonal }))),
  );
  for (const n of sizes)
    for (const k of [0, 1, 3, 40])
      for (const kind of kinds) {
        const options = Object.entries(kind).flatMap(([option, is]) => (is ? [option] : []));
        yield {
          name: `[${n}, ${n}] and [${n}, ${k}] ${options.join(", ")}`,
          run: (memory) => solveOnce(n, k, kind, memory),
        };
      }
  for (const n of [3, 40]) {
    yield {
      name: `a zero on the diagonal [${n}, ${n}]`,
      run(memory) {
        const t = matrix("", n, n, (i, j) => (i === j && i !== 2 ? 1 : 0)).a;
        return same(
          "the row of the zero",
          solve(memory.out(n * n), memory.input(t), memory.input(t), n, n),
          2,
        );
      },
    };
    yield {
      name: `a diagonal of subnormal numbers [${n}, ${n}]`,
      run(memory) {
        const t = matrix("", n, n, (i, j) => (i === j ? 2 ** -1060 : 0)).a;
        const x = memory.out(n * n);
        solve(x, memory.input(t), memory.input(t.map((v) => 3 * v)), n, n);
        return near("x", x, matrix("", n, n, (i, j) => (i === j ? 3 : 0)).a, 0);
      },
    };
  }

  function solveOnce(
    n: number,
    k: number,
    kind: (typeof kinds)[number],
    memory: Parameters<FactorizationProblem["run"]>[0],
  ) {
    const { lower, trans, unitDiagonal } = kind;
    const { a } = random(n, n);
    // Large on the diagonal, small elsewhere, NaN in entries that must not be read.
    const entry = (i: number, j: number): number => {
      if (i === j) return unitDiagonal ? NaN : 3 + Math.cos(i);
      return lower === j < i ? a[i * n + j]! / (1 + Math.abs(a[i * n + j]!)) / n : NaN;
    };
    const t = memory.input(matrix("", n, n, entry).a);
    const b = random(n, k).a;
    const [x, inPlace] = [memory.out(n * k), memory.out(n * k)];
    const answer = solve(x, t, memory.input(b), n, k, kind);
    inPlace.set(b);
    solve(inPlace, t, inPlace, n, k, kind);
    const whole = matrix("", n, n, (i, j) => {
      const v = trans ? entry(j, i) : entry(i, j);
      return i === j && unitDiagonal ? 1 : v === v ? v : 0;
    }).a;
    return firstOf(
      () => same("the answer", answer, -1),
      () => near("t·x", product(whole, x, n, n, k), b, tolerance(n, norm(whole) * (norm(x) + 1))),
      () => near("x in place", inPlace, x, tolerance(n, norm(x))),
    );
  }
}
