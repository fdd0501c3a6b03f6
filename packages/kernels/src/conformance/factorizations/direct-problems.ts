/** Problems for the factorizations that take a number of steps known beforehand. */
import type { Factorizations } from "../../kernels.js";
import { allowance, firstOf, near, norm, orthonormal, product, same } from "./judge.js";
import type { Complaint } from "./judge.js";
import { matrix, oblong, positive, random, sizes, spoilt, square } from "./matrices.js";
import type { FactorizationProblem } from "./problem.js";

type Kernel<K extends keyof Factorizations> = Factorizations[K];

export function* luProblems(lu: Kernel<"lu">): Iterable<FactorizationProblem> {
  for (const { name, m, n, a } of [...square, ...oblong]) {
    yield {
      name,
      run(room) {
        const [out, perm, given] = [room.out(m * n), room.places(m), room.input(a)];
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
          () => near("l·u", product(l, u, m, k, n), moved, allowance(k, norm(a))),
          () => bounded("l", l),
          () => same("sign", sign, parity(perm)),
          () => same("zeroPivot", zeroPivot, zero),
        );
      },
    };
  }
  for (const { name, n, a } of spoilt)
    yield {
      name,
      run(room) {
        const [out, perm] = [room.out(n * n), room.places(n)];
        lu(out, perm, room.input(a), n, n);
        return shows(out);
      },
    };
}

/** These have no other way to say that an entry was no finite number. */
function shows(...factors: readonly Float64Array[]): Complaint {
  const isFinite = factors.every((x) => x.every(Number.isFinite));
  return isFinite ? "expected an entry of the factors that is not finite, got finite ones" : undefined;
}

/** Partial pivoting leaves no multiplier larger than 1. */
function bounded(what: string, x: Float64Array): Complaint {
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
      run(room) {
        // What stands above the diagonal must not count.
        const lower = a.map((x, at) => (at % n > Math.floor(at / n) ? NaN : x));
        const out = room.out(n * n);
        const answer = cholesky(out, room.input(lower), n);
        const lt = matrix("", n, n, (i, j) => out[j * n + i]!).a;
        return firstOf(
          () => same("the answer", answer, -1),
          () => above("the factor", out, n, n, (i, j) => j > i),
          () => near("l·lᵀ", product(out, lt, n, n, n), a, allowance(n, norm(a))),
        );
      },
    };
  }
  for (const n of [4, 40])
    for (const row of [0, 2, n - 1])
      for (const pivot of [0, -1, NaN])
        yield {
          name: `positive but for ${pivot} in row ${row} [${n}, ${n}]`,
          run: (room) => {
            const { a } = positive(n);
            const spoiled = a.map((x, at) => (at === row * (n + 1) ? pivot : x));
            const out = room.out(n * n);
            const bad = cholesky(out, room.input(spoiled), n);
            // The rows before it are right all the same.
            const part = (f: (i: number, j: number) => number) => matrix("", row, row, f).a;
            const [l, lt] = [part((i, j) => out[i * n + j]!), part((i, j) => out[j * n + i]!)];
            const leading = part((i, j) => a[i * n + j]!);
            return firstOf(
              () => same("the row of the first bad pivot", bad, row),
              () => near("l·lᵀ before it", product(l, lt, row, row, row), leading, allowance(n, norm(a))),
            );
          },
        };
}

/** Zeros, and not −0 or what was there before, where `isZero`. */
function above(
  what: string,
  x: Float64Array,
  m: number,
  n: number,
  isZero: (i: number, j: number) => boolean,
): Complaint {
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
        run(room) {
          const p = complete ? m : Math.min(m, n);
          const [q, r, alone] = [room.out(m * p), room.out(p * n), room.out(p * n)];
          const given = room.input(a);
          qr(q, r, given, m, n, complete);
          qr(null, alone, given, m, n, complete);
          return firstOf(
            () => orthonormal("q", q, m, p),
            () => above("r", r, p, n, (i, j) => j < i),
            () => near("q·r", product(q, r, m, p, n), a, allowance(m + n, norm(a))),
            () => near("r alone", alone, r, allowance(m + n, norm(a))),
          );
        },
      };
  for (const [m, n, a, diagonal] of signs)
    yield {
      name: `signs of ${a.join(" ")} [${m}, ${n}]`,
      run(room) {
        const p = Math.min(m, n);
        const r = room.out(p * n);
        qr(room.out(m * p), r, room.input(Float64Array.from(a)), m, n);
        const got = Float64Array.from({ length: p }, (_, i) => r[i * n + i]!);
        return near("the diagonal of r", got, Float64Array.from(diagonal), allowance(m, 200));
      },
    };
  for (const { name, n, a } of spoilt)
    yield {
      name,
      run(room) {
        const [q, r] = [room.out(n * n), room.out(n * n)];
        qr(q, r, room.input(a), n, n);
        return shows(q, r);
      },
    };
}

/** LAPACK's signs: a reflection turns the sign of what was on the diagonal, and there is none where all below is 0. */
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
          run: (room) => solved(n, k, kind, room),
        };
      }
  for (const n of [3, 40]) {
    yield {
      name: `a zero on the diagonal [${n}, ${n}]`,
      run(room) {
        const t = matrix("", n, n, (i, j) => (i === j && i !== 2 ? 1 : 0)).a;
        return same("the place of the zero", solve(room.out(n * n), room.input(t), room.input(t), n, n), 2);
      },
    };
    yield {
      name: `a diagonal of subnormal numbers [${n}, ${n}]`,
      run(room) {
        const t = matrix("", n, n, (i, j) => (i === j ? 2 ** -1060 : 0)).a;
        const x = room.out(n * n);
        solve(x, room.input(t), room.input(t.map((v) => 3 * v)), n, n);
        return near("x", x, matrix("", n, n, (i, j) => (i === j ? 3 : 0)).a, 0);
      },
    };
  }

  function solved(
    n: number,
    k: number,
    kind: (typeof kinds)[number],
    room: Parameters<FactorizationProblem["run"]>[0],
  ) {
    const { lower, trans, unitDiagonal } = kind;
    const { a } = random(n, n);
    // Large on the diagonal, small elsewhere; what must not be read is NaN.
    const entry = (i: number, j: number): number => {
      if (i === j) return unitDiagonal ? NaN : 3 + Math.cos(i);
      return lower === j < i ? a[i * n + j]! / (1 + Math.abs(a[i * n + j]!)) / n : NaN;
    };
    const t = room.input(matrix("", n, n, entry).a);
    const b = random(n, k).a;
    const [x, inPlace] = [room.out(n * k), room.out(n * k)];
    const answer = solve(x, t, room.input(b), n, k, kind);
    inPlace.set(b);
    solve(inPlace, t, inPlace, n, k, kind);
    const whole = matrix("", n, n, (i, j) => {
      const v = trans ? entry(j, i) : entry(i, j);
      return i === j && unitDiagonal ? 1 : v === v ? v : 0;
    }).a;
    return firstOf(
      () => same("the answer", answer, -1),
      () => near("t·x", product(whole, x, n, n, k), b, allowance(n, norm(whole) * (norm(x) + 1))),
      () => near("x in place", inPlace, x, allowance(n, norm(x))),
    );
  }
}
