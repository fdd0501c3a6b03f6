/** Problems for matrix products. The expected entries are sums in twice the precision. */
import { exactSum } from "./double-double.js";
import { ordinary } from "./entries.js";
import { sizeOf } from "./problem.js";
import type { Entries, Problem } from "./problem.js";

type Sizes = readonly [m: number, k: number, n: number];
type Fill = (n: number, seed: number) => Entries;

const sizes: readonly Sizes[] = [
  ...([[1, 1, 1], [2, 2, 2], [3, 3, 3], [1, 3, 2], [2, 1, 3], [3, 2, 1], [1, 5, 1]] as const), // prettier-ignore
  ...([[0, 2, 2], [2, 0, 2], [2, 2, 0], [1, 0, 1], [0, 0, 0], [5, 0, 9]] as const), // prettier-ignore
  ...([[4, 4, 4], [5, 6, 7], [8, 3, 13], [17, 16, 15], [1, 40, 33], [33, 40, 1], [70, 3, 70]] as const), // prettier-ignore
  ...([[66, 67, 65], [37, 300, 41], [110, 20, 131]] as const), // prettier-ignore
];

const batches: readonly (readonly [batch: readonly number[], ...Sizes])[] = [
  [[2], 2, 3, 2],
  [[3], 1, 4, 5],
  [[2, 3], 3, 2, 4],
  [[1, 2], 5, 5, 5],
  [[0], 2, 2, 2],
  [[2], 2, 0, 3],
  [[4], 20, 9, 30],
];

export function* matmulProblems(call: Problem["call"]): Iterable<Problem> {
  for (const size of sizes) yield problem("", [], size, ordinary, call);
  for (const [batch, ...size] of batches) yield problem("", batch, size, ordinary, call);
  // 0 times infinity is NaN, so a product must not skip zeros.
  yield problem("zeros and infinities, ", [], [5, 4, 6], awkward, call);
  yield problem("zeros and infinities, ", [], [70, 70, 70], awkward, call);
}

const awkward: Fill = (n, seed) =>
  ordinary(n, seed).map((x, i) => (i % 3 === 0 ? 0 : i % (n >> 1) === 7 ? Infinity : x));

function problem(
  title: string,
  batch: readonly number[],
  [m, k, n]: Sizes,
  fill: Fill,
  call: Problem["call"],
): Problem {
  const count = sizeOf(batch);
  const input = (rows: number, columns: number, seed: number) => {
    return {
      kind: "f64",
      shape: [...batch, rows, columns],
      entries: fill(count * rows * columns, seed),
    } as const;
  };
  return {
    name: `${title}[${[...batch, m, k].join(", ")}] by [${[...batch, k, n].join(", ")}]`,
    inputs: [input(m, k, m + 1), input(k, n, n + 50)],
    out: { kind: "f64", shape: [...batch, m, n] },
    call,
    wanted([a, b]) {
      const entries = new Float64Array(count * m * n);
      const slack = entries.slice();
      for (let i = 0; i < entries.length; i++) {
        const row = Math.floor(i / n);
        const first = Math.floor(row / m) * k * n + (i % n);
        const x = a!.subarray(row * k, (row + 1) * k);
        const y = x.map((_, l) => b![first + l * n]!);
        entries[i] = exactSum(x, y);
        // Allows for any order of summation.
        slack[i] = (k + 2) * 2 ** -53 * exactSum(x.map(Math.abs), y.map(Math.abs));
      }
      return { entries, slack };
    },
  };
}
