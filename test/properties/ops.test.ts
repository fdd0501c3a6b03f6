/** For every op and its options: random shapes, axes and layouts. */
import fc from "fast-check";
import { seeded } from "@ndgrad/check";
import { flatten, vjp } from "@ndgrad/tensor-vjp";
import type { Tensor } from "@ndgrad/tensor-vjp";
import { checkGrads, opTable, sample } from "@ndgrad/tensor-vjp/testing";
import { onEachBackend } from "../backends.js";
import { toList, relayout, repeatFirst } from "./layouts.js";
import { choices, isDeep, runs } from "./runs.js";

const tensorsOf = (tree: unknown): Tensor[] => [...flatten(tree).values] as Tensor[];
const ofRules = opTable.filter(({ derivative }) => derivative === "rules");

function expectSame(got: readonly Tensor[], want: readonly Tensor[]): void {
  expect(got.map((y) => toList(y).shape)).toEqual(want.map((y) => toList(y).shape));
  const [a, b] = [got, want].map((ys) => ys.flatMap((y) => toList(y).entries)) as [number[], number[]];
  const scale = Math.max(1e-300, ...b.filter(Number.isFinite).map(Math.abs));
  const off = a.filter((v, i) => !(Object.is(v, b[i]) || Math.abs(v - b[i]!) <= 1e-12 * scale));
  expect(off).toEqual([]);
}

onEachBackend((check, backend) => {
  check.each(ofRules.map((entry) => [entry.name, entry] as const))(
    "%s: right in any layout, to second order, and its pull can be called twice",
    (_name, entry) => {
      const property = fc.property(fc.gen(), fc.nat(), (g, seed) => {
        const choose = choices(g);
        const drawn = entry.notes.vary?.(choose) ?? choose.pick(entry.samples);
        const { apply, inputs } = sample(entry, drawn, seeded(seed));
        const views = inputs.map((x) => relayout(x, choose));
        expectSame(tensorsOf(apply(...views)), tensorsOf(apply(...inputs)));
        checkGrads(apply, views, { order: isDeep ? 2 : 1, directions: 1, seed, ...entry.notes.check });
        const [y, pull] = vjp((...xs: Tensor[]) => tensorsOf(apply(...xs)), ...views);
        expectSame(tensorsOf(pull(y)), tensorsOf(pull(y)));
      });
      fc.assert(property, runs(1, 150, backend));
    },
  );

  check("every op reads an axis of stride 0 as the entry that it repeats", () => {
    const property = fc.property(fc.gen(), fc.nat(), (g, seed) => {
      const choose = choices(g);
      const entry = choose.pick(opTable);
      const drawn = entry.notes.vary?.(choose) ?? choose.pick(entry.samples);
      const { apply, inputs } = sample(entry, drawn, seeded(seed));
      const pairs = inputs.map((x): readonly [Tensor, Tensor] =>
        typeof x === "number" || x.size === 0 ? [x, x] : repeatFirst(x, choose.int(0, x.shape.length - 1)),
      );
      const attempt = (which: 0 | 1): unknown => {
        try {
          return tensorsOf(apply(...pairs.map((pair) => pair[which])));
        } catch (error) {
          // If repeated entries are not a legal argument, they must be refused in both layouts.
          return String(error);
        }
      };
      const [got, want] = [attempt(0), attempt(1)];
      if (typeof want === "string") expect(got).toBe(want);
      else expectSame(got as Tensor[], want as Tensor[]);
    });
    fc.assert(property, runs(200, 20_000, backend));
  });
});
