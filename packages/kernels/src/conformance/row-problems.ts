/** Problems for kernels along the last axis: cumulative sums and products, softmax, sorting. */
import { exactProd, exactSum } from "./double-double.js";
import { logSumOf, shiftOf } from "./exponentials.js";
import { mixed, ordinary, ties } from "./entries.js";
import { sizeOf } from "./problem.js";
import type { Entries, Problem } from "./problem.js";
import { rowsOf } from "./rows.js";

type Call = Problem["call"];
type OfRow = (row: Entries) => ArrayLike<number>;
type Fill = (n: number, seed: number) => Entries;

const shapes = [
  ...[[0], [1], [2], [3], [2, 0], [0, 2], [1, 3], [3, 1], [3, 2], [2, 3, 2]],
  ...[[1031], [5, 17], [37, 64], [3, 11, 33]],
];

export function cumsumProblems(call: Call): Problem[] {
  const slack: OfRow = overPrefixes((upTo) => upTo.length * 2 ** -53 * exactSum(upTo.map(Math.abs)));
  return [
    ...problems("ordinary", ordinary, "f64", call, overPrefixes(exactSum), slack),
    ...problems("NaN", nanInside, "f64", call, overPrefixes(exactSum), slack),
  ];
}

export function cumprodProblems(call: Call): Problem[] {
  const slack: OfRow = overPrefixes((upTo) => upTo.length * 2 ** -52 * Math.abs(exactProd(upTo)));
  return problems(
    "near 1",
    (n, seed) => ordinary(n, seed).map((x) => 1 + x / 256),
    "f64",
    call,
    overPrefixes(exactProd),
    slack,
  );
}

export function softmaxProblems(call: Call): Problem[] {
  const answer: OfRow = (row) => {
    const shift = shiftOf(row);
    const sum = Math.exp(logSumOf(row));
    return row.map((x) => Math.exp(x - shift) / sum);
  };
  const slack: OfRow = (row) => Float64Array.from(answer(row), (y) => 16 * 2 ** -52 * y + 2 ** -1070);
  return exponentialProblems(call, answer, slack);
}

export function logSoftmaxProblems(call: Call): Problem[] {
  const answer: OfRow = (row) => {
    const shift = shiftOf(row);
    const logSum = logSumOf(row);
    return row.map((x) => x - shift - logSum);
  };
  const slack: OfRow = (row) => {
    const shift = shiftOf(row);
    const logSum = logSumOf(row);
    return row.map((x) => 8 * 2 ** -52 * (Math.abs(x - shift) + logSum + 1));
  };
  return exponentialProblems(call, answer, slack);
}

function exponentialProblems(call: Call, answer: OfRow, slack: OfRow): Problem[] {
  const wide: Fill = (n, seed) => ordinary(n, seed).map((x) => 300 * x);
  return [
    ...problems("ordinary", ordinary, "f64", call, answer, slack),
    ...problems("wide", wide, "f64", call, answer, slack),
    ...problems("corner values", mixed, "f64", call, answer, slack),
  ];
}

export function sortProblems(call: Call): Problem[] {
  return unsorted.flatMap(([title, fill]) =>
    problems(title, fill, "f64", call, (row) => order(row).map((i) => row[i]!)),
  );
}

export function argsortProblems(call: Call): Problem[] {
  return unsorted.flatMap(([title, fill]) => problems(title, fill, "i32", call, order));
}

const unsorted: readonly (readonly [title: string, fill: Fill])[] = [
  ["ordinary", ordinary],
  ["corner values", mixed],
  ["ties", ties],
];

/** The indices that sort a row: NaN last, equal entries (-0 equals 0) in their original order. */
function order(row: Entries): number[] {
  const places = Array.from(row, (_, i) => i);
  return places.sort((i, j) => {
    const [x, y] = [row[i]!, row[j]!];
    if (x !== x || y !== y) return Number(x !== x) - Number(y !== y);
    return x < y ? -1 : x > y ? 1 : 0;
  });
}

const overPrefixes = (f: (upTo: Entries) => number): OfRow => {
  return (row) => row.map((_, i) => f(row.subarray(0, i + 1)));
};

const nanInside: Fill = (n, seed) => ordinary(n, seed).map((x, i) => (i % 11 === 6 ? NaN : x));

function problems(
  title: string,
  fill: Fill,
  kind: "f64" | "i32",
  call: Call,
  answer: OfRow,
  slack?: OfRow,
): Problem[] {
  return shapes.map((shape, seed) => ({
    name: `${title}, [${shape.join(", ")}]`,
    inputs: [{ kind: "f64", shape, entries: fill(sizeOf(shape), seed) }],
    out: { kind, shape },
    call,
    wanted([x]) {
      const rows = rowsOf(x!, sizeOf(shape.slice(0, -1)), shape.at(-1)!);
      const ofAll = (f: OfRow) => Float64Array.from(rows.flatMap((row) => Array.from(f(row))));
      return slack === undefined
        ? { entries: ofAll(answer) }
        : { entries: ofAll(answer), slack: ofAll(slack) };
    },
  }));
}
