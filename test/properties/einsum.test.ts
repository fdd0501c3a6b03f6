import fc from "fast-check";
import { seeded } from "@ndgrad/check";
import { array, einsum } from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { checkGrads } from "@ndgrad/tensor-vjp/testing";
import ndarray from "ndarray";
import { onEachBackend } from "../backends.js";
import { toList, relayout } from "./layouts.js";
import { choices, runs } from "./runs.js";

type Sizes = Readonly<Record<string, number>>;

/** The sum over all letters that the result lacks, one product at a time. */
function slowly(terms: readonly string[], result: string, sizes: Sizes, xs: readonly Nd[]): number[] {
  const letters = [...new Set(terms.join(""))].filter((l) => !result.includes(l));
  const over = (names: readonly string[], place: Record<string, number>, f: () => void): void => {
    const [name, ...rest] = names;
    if (name === undefined) f();
    else
      for (let i = 0; i < sizes[name]!; i++) {
        place[name] = i;
        over(rest, place, f);
      }
  };
  const out: number[] = [];
  const place: Record<string, number> = {};
  over(result.split(""), place, () => {
    let total = 0;
    over(letters, place, () => {
      total += xs.reduce((p, x, k) => p * x.get(...terms[k]!.split("").map((l) => place[l]!)), 1);
    });
    out.push(total);
  });
  return out;
}

onEachBackend((check) => {
  check("einsum of random subscripts is the sum of products, and has its derivatives", () => {
    const property = fc.property(fc.gen(), fc.nat(), (g, seed) => {
      const choose = choices(g);
      const random = seeded(seed);
      const sizes: Sizes = {
        a: choose.int(1, 3),
        b: choose.int(0, 3),
        c: choose.int(1, 3),
        d: choose.int(1, 2),
      };
      const names = Object.keys(sizes);
      const terms = Array.from({ length: choose.int(1, 3) }, () =>
        Array.from({ length: choose.int(0, 3) }, () => choose.pick(names)).join(""),
      );
      const used = [...new Set(terms.join(""))];
      const result = choose.permutation(used.length).slice(0, choose.int(0, used.length)).map((i) => used[i]!).join(""); // prettier-ignore
      const xs = terms.map((term) => {
        const shape = term.split("").map((l) => sizes[l]!);
        const n = shape.reduce((p, s) => p * s, 1);
        return ndarray(
          Float64Array.from({ length: n }, () => 2 * random() - 1),
          shape,
        );
      });
      const apply = (...ys: Tensor[]): Tensor => einsum(`${terms.join(",")}->${result}`, ...ys);
      const views = xs.map((x) => (x.shape.length === 0 ? x.get() : relayout(x, choose)));
      const got = toList(apply(...views));
      const want = slowly(terms, result, sizes, xs);
      expect(got.shape).toEqual(result.split("").map((l) => sizes[l]!));
      got.entries.forEach((v, i) => expect(v).toBeCloseTo(want[i]!, 12));
      checkGrads(apply, views, { order: 1, directions: 1, seed });
    });
    fc.assert(property, runs(60, 3000));
    expect(einsum("i,i->", array([1, 2]), array([3, 4]))).toBe(11);
  });
});
