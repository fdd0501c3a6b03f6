/** Problems for reductions. The expected answers reduce each row in the simplest way. */
import type { reductions, searches } from "../table/arrays.js";
import type { folds } from "../table/folds.js";
import { exactProd, exactSum } from "./double-double.js";
import { mixed, ordinary, ties } from "./entries.js";
import { logSumOf, shiftOf } from "./exponentials.js";
import { sizeOf } from "./problem.js";
import type { Entries, Problem } from "./problem.js";
import { rowsOf } from "./rows.js";

type ReductionName = keyof typeof folds | keyof typeof reductions;
type SearchName = keyof typeof searches;
type Shape = readonly number[];
interface Case {
  readonly title?: string;
  readonly kept: Shape;
  readonly reduced: Shape;
  readonly entries: Entries;
}
type Call = Problem["call"];
type Compare = (x: number, y: number) => boolean;

const shapes: readonly { readonly kept: Shape; readonly reduced: Shape }[] = [
  { kept: [], reduced: [] },
  { kept: [], reduced: [1] },
  { kept: [], reduced: [2] },
  { kept: [], reduced: [3] },
  { kept: [2], reduced: [1] },
  { kept: [1], reduced: [3] },
  { kept: [3], reduced: [2] },
  { kept: [0], reduced: [3] },
  { kept: [2], reduced: [3, 2] },
  { kept: [], reduced: [2, 3, 2] },
  { kept: [2, 1, 3], reduced: [2] },
  { kept: [3, 2], reduced: [2, 2] },
  { kept: [], reduced: [4099] },
  { kept: [3], reduced: [1031] },
  { kept: [1031], reduced: [3] },
  { kept: [67], reduced: [65] },
  { kept: [5, 7], reduced: [11, 13] },
  { kept: [270], reduced: [300] },
];

interface Meaning {
  readonly cases: readonly Case[];
  /** The answer for a row, and its absolute tolerance. */
  readonly answer: (row: Entries) => number;
  readonly slack: (row: Entries) => number;
}

/** The definitions of the reductions. */
const meanings: Readonly<Record<ReductionName, () => Meaning>> = {
  sum: () => ({
    cases: [...casesOf(ordinary), ...unusual, ...manyTenths()],
    answer: exactSum,
    // Accepts pairwise sums whose pieces are runs of up to 64 terms. A plain loop over this many tenths fails.
    slack: (row) => (32 + 4 * Math.log2(row.length + 1)) * 2 ** -53 * exactSum(row.map(Math.abs)),
  }),
  prod: () => ({
    cases: [...casesOf((n, seed) => ordinary(n, seed).map((x) => 1 + x / 256)), ...unusual],
    answer: exactProd,
    slack: (row) => row.length * 2 ** -52 * Math.abs(exactProd(row)),
  }),
  max: () => extreme((x, y) => x > y),
  min: () => extreme((x, y) => x < y),
  logsumexp: () => ({
    cases: [...casesOf(ordinary), ...casesOf(mixed, "corner values"), ...unusual],
    answer: (row) => shiftOf(row) + logSumOf(row),
    slack: (row) => 8 * 2 ** -52 * (Math.abs(shiftOf(row)) + Math.abs(logSumOf(row)) + 1),
  }),
};

/** The comparison by which each search finds its entry. */
const findings: Readonly<Record<SearchName, Compare>> = {
  argmax: (x, y) => x > y,
  argmin: (x, y) => x < y,
};

export function reductionProblems(name: ReductionName, call: Call): Problem[] {
  const { cases, answer, slack } = meanings[name]();
  return cases.map((c) => problem("f64", c, call, answer, slack));
}

export function searchProblems(name: SearchName, call: Call): Problem[] {
  const isBetter = findings[name];
  return comparable.map((c) => problem("i32", c, call, (row) => position(row, isBetter), exact));
}

/** The best entry. A zero may have either sign. */
function extreme(isBetter: Compare): Meaning {
  return { cases: comparable, answer: (row) => row[position(row, isBetter)]!, slack: exact };
}

const exact = () => 0;

function manyTenths(): Case[] {
  const tenths = new Float64Array(2 ** 17).fill(0.1);
  return [
    { title: "a tenth 131072 times", kept: [], reduced: [2 ** 17], entries: tenths },
    { title: "a tenth 8192 times in each of 16 rows", kept: [16], reduced: [2 ** 13], entries: tenths },
  ];
}

/** The position of the first NaN, else of the first best entry. */
function position(row: Entries, isBetter: Compare): number {
  const nan = row.findIndex((x) => x !== x);
  return nan >= 0 ? nan : row.reduce((best, x, i) => (isBetter(x, row[best]!) ? i : best), 0);
}

function casesOf(entries: (n: number, seed: number) => Entries, title?: string): Case[] {
  return shapes.map(({ kept, reduced }, seed) => {
    const given = { kept, reduced, entries: entries(sizeOf(kept) * sizeOf(reduced), seed) };
    return title === undefined ? given : { title, ...given };
  });
}

const comparable: readonly Case[] = [
  ...casesOf(ordinary),
  ...casesOf(mixed, "corner values"),
  ...casesOf(ties, "ties"),
];

/** No entries, infinities, NaN and zeros. */
const unusual: readonly Case[] = [
  { kept: [], reduced: [0], entries: new Float64Array(0) },
  { kept: [3], reduced: [0], entries: new Float64Array(0) },
  { kept: [9], reduced: [2, 0], entries: new Float64Array(0) },
  { title: "infinite", kept: [4], reduced: [3], entries: Float64Array.of(1, Infinity, 2, -Infinity, 1, 2, Infinity, 1, -Infinity, 1, 2, 3) }, // prettier-ignore
  { title: "NaN", kept: [2], reduced: [3], entries: Float64Array.of(1, NaN, 2, 1, 2, 3) },
  { title: "zeros", kept: [2], reduced: [3], entries: Float64Array.of(0, 2, 3, 0, 0, -3) },
];

function problem(
  kind: "f64" | "i32",
  { title, kept, reduced, entries }: Case,
  call: Call,
  answer: (row: Entries) => number,
  slack: (row: Entries) => number,
): Problem {
  const shape = `[${kept.join(", ")}] of [${reduced.join(", ")}]`;
  return {
    name: title === undefined ? shape : `${title}, ${shape}`,
    inputs: [{ kind: "f64", shape: [...kept, ...reduced], entries }],
    out: { kind, shape: kept },
    call,
    wanted([x]) {
      const rows = rowsOf(x!, sizeOf(kept), sizeOf(reduced));
      const ofAll = (f: (row: Entries) => number) => Float64Array.from(rows.map((row) => f(row)));
      return { entries: ofAll(answer), slack: ofAll(slack) };
    },
  };
}
