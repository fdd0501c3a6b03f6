import fc from "fast-check";
import { seeded } from "@ndgrad/check";
import { at, ellipsis, newaxis, slice } from "@ndgrad/tensor-vjp";
import type { Index, Tensor } from "@ndgrad/tensor-vjp";
import { checkGrads } from "@ndgrad/tensor-vjp/testing";
import type { Choices } from "@ndgrad/tensor-vjp/testing";
import ndarray from "ndarray";
import { onEachBackend } from "../backends.js";
import { toList, relayout } from "./layouts.js";
import { choices, runs } from "./runs.js";

/**
 * What an item of an index selects: its part of the result's shape, and the index along its axis for each position
 * there.
 */
interface Pick {
  readonly item: unknown;
  readonly sizes: readonly number[];
  /** Undefined for a new axis, which reads no axis of the array. */
  readonly selection?: (position: readonly number[]) => number;
  readonly isArray?: boolean;
}

function number(n: number, choose: Choices): Pick {
  const i = choose.int(-n, n - 1);
  return { item: i, sizes: [], selection: () => (i < 0 ? i + n : i) };
}

/** Bounds are counted here as in Python's own `range(*slice.indices(n))`. */
function range(n: number, choose: Choices): Pick {
  const bound = (): number | null => (choose.flag() ? null : choose.int(-n - 1, n + 1));
  const [start, stop, step] = [bound(), bound(), choose.pick([1, 2, -1, -2])];
  const clamp = (v: number): number =>
    v < 0 ? Math.max(v + n, step < 0 ? -1 : 0) : Math.min(v, step < 0 ? n - 1 : n);
  const from = start === null ? (step < 0 ? n - 1 : 0) : clamp(start);
  const to = stop === null ? (step < 0 ? -1 : n) : clamp(stop);
  const selections: number[] = [];
  for (let i = from; step > 0 ? i < to : i > to; i += step) selections.push(i);
  return { item: slice(start, stop, step), sizes: [selections.length], selection: ([i]) => selections[i!]! };
}

function list(n: number, choose: Choices): Pick {
  const positions = Array.from({ length: choose.int(1, 3) }, () => choose.int(-n, n - 1));
  return {
    item: positions,
    sizes: [positions.length],
    selection: ([i]) => (positions[i!]! + n) % n,
    isArray: true,
  };
}

function mask(n: number, choose: Choices): Pick {
  const flags = Array.from({ length: n }, () => choose.flag());
  const selections = flags.flatMap((flag, i) => (flag ? [i] : []));
  return { item: flags, sizes: [selections.length], selection: ([i]) => selections[i!]!, isArray: true };
}

onEachBackend((check) => {
  check("a random index expression reads what loops read, and its derivative puts back", () => {
    const property = fc.property(fc.gen(), fc.nat(), (g, seed) => {
      const choose = choices(g);
      const random = seeded(seed);
      const shape = choose.shape({ minRank: 1, minSize: 1 });
      const n = shape.reduce((p, s) => p * s, 1);
      const x = ndarray(
        Float64Array.from({ length: n }, () => 2 * random() - 1),
        shape,
      );
      // At most one array: NumPy puts the axes of separated arrays first, which has its own tests.
      const arrayAt = choose.int(-1, shape.length - 1);
      const named = choose.int(0, shape.length);
      const picks: Pick[] = [];
      for (let a = 0; a < shape.length; a++) {
        if (choose.int(0, 4) === 0) picks.push({ item: newaxis, sizes: [1] });
        if (a >= named) continue;
        const kind = a === arrayAt ? choose.pick([list, mask]) : choose.pick([number, range, range]);
        picks.push(kind(shape[a]!, choose));
      }
      // A number next to an array counts as an array of rank 0; separated from it, it moves the array's axes to the
      // front.
      if (picks.some(({ isArray }) => isArray) && picks.some(({ item }) => typeof item === "number")) return;
      const rest = shape.slice(named);
      const index = [
        ...picks.map(({ item }) => item),
        ...(rest.length > 0 && choose.flag() ? [ellipsis] : []),
      ];
      const outShape = [...picks.flatMap(({ sizes }) => sizes), ...rest];
      const read = (y: Tensor): Tensor => at(y, index as Index);

      const view = relayout(x, choose);
      const got = toList(read(view));
      expect(got.shape).toEqual(outShape);
      const want: number[] = [];
      const walk = (position: number[]): void => {
        if (position.length < outShape.length) {
          for (let i = 0; i < outShape[position.length]!; i++) walk([...position, i]);
          return;
        }
        let next = 0;
        const selection = picks.flatMap(({ sizes, selection: along }) => {
          const own = position.slice(next, (next += sizes.length));
          return along === undefined ? [] : [along(own)];
        });
        want.push(x.get(...selection, ...position.slice(next)));
      };
      walk([]);
      expect(got.entries).toEqual(want);
      checkGrads(read, [view], { order: 1, directions: 1, seed });
    });
    fc.assert(property, runs(150, 10_000));
  });
});
