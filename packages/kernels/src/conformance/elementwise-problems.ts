/** Problems for elementwise kernels, each defined by a scalar function. */
import type { Unary } from "../signatures.js";
import { corners, mixed } from "./entries.js";
import { f64, sizeOf } from "./problem.js";
import type { Entries, Input, Kind, Nd, Problem } from "./problem.js";

const shapes = [
  ...[[], [0], [1], [2], [3], [2, 0, 3], [1, 3], [3, 2], [2, 3, 2], [2, 1, 2, 3]],
  ...[[1031], [33, 37], [9, 1, 16, 31]],
];

/** What a kernel computes from one entry of each input, and the tolerance. */
export interface Meaning {
  readonly out: Kind;
  readonly inputs: readonly Pick<Input, "kind" | "mayBeNumber">[];
  readonly scalar: (...entries: never[]) => number;
  readonly ulps: number;
  /**
   * For answers that can be a small difference of two numbers: the larger of these, to whose last place `ulps` refers.
   */
  readonly larger?: ((...entries: never[]) => number) | undefined;
}

export function* elementwiseProblems(meaning: Meaning, call: Problem["call"]): Iterable<Problem> {
  for (const [seed, shape] of shapes.entries()) {
    yield problem(meaning, call, `[${shape.join(", ")}]`, shape, (i) => mixed(sizeOf(shape), 20 * i + seed));
  }
  const n = corners.length;
  yield problem(meaning, call, "all pairs of corner values", [n, n], (i) =>
    Float64Array.from({ length: n * n }, (_, k) => corners[i % 2 === 0 ? k % n : Math.floor(k / n)]!),
  );
}

/** Problems for an answer and its slope, which fill the two halves of one array. */
export function* andSlopeProblems(
  meaning: Meaning & { readonly scalar: (x: number) => number },
  slope: (x: number) => number,
  andSlope: NonNullable<Unary["andSlope"]>,
): Iterable<Problem> {
  const { scalar, ulps } = meaning;
  const half = (out: Nd, i: 0 | 1) => f64(out.pick(i));
  const call: Problem["call"] = (out, [x]) => andSlope(half(out, 0), half(out, 1), f64(x));
  for (const one of elementwiseProblems(meaning, call))
    yield {
      ...one,
      name: `${one.name} and slope`,
      out: { kind: "f64", shape: [2, ...one.out.shape] },
      wanted: ([x]) => ({ entries: Float64Array.of(...x!.map(scalar), ...x!.map(slope)), ulps }),
    };
}

function problem(
  { out, inputs, scalar, ulps, larger }: Meaning,
  call: Problem["call"],
  name: string,
  shape: readonly number[],
  entries: (i: number) => Entries,
): Problem {
  return {
    name,
    inputs: inputs.map((input, i) => {
      // Any nonzero byte means true.
      const toMask = (x: number) => (x > 0.5 ? 1 : x > 0 ? 255 : 0);
      return { ...input, shape, entries: input.kind === "u8" ? entries(i).map(toMask) : entries(i) };
    }),
    out: { kind: out, shape },
    call,
    wanted(given) {
      // `scalar` and `larger` take as many entries as there are inputs.
      const ofPlaces = (f: (...entries: never[]) => number) => {
        const answers = new Float64Array(sizeOf(shape));
        for (let i = 0; i < answers.length; i++) answers[i] = f(...(given.map((x) => x[i]) as never[]));
        return answers;
      };
      if (larger === undefined) return { entries: ofPlaces(scalar), ulps };
      return { entries: ofPlaces(scalar), slack: ofPlaces(larger).map((size) => ulps * 2 ** -52 * size) };
    },
  };
}
