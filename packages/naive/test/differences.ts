/** What the tests compare gradients with: central differences at seeded inputs. */
import { array, list, map, Var } from "@ndgrad/naive";
import type { List, Value } from "@ndgrad/naive";

type Program = (...inputs: Var[]) => Var;

/** By `backward`: the gradient of each input of a program whose result is a number. */
export function gradients(f: Program, ...inputs: Value[]): List[] {
  const vars = inputs.map((x) => new Var(x));
  f(...vars).backward();
  return vars.map((x) => list(x.grad));
}

/** By differences: each entry in turn moved by ±h. The error is about h² + 1e-16 / h, some 1e-10 here. */
export function differences(f: Program, ...inputs: Value[]): List[] {
  const h = 1e-5;
  return inputs.map((input, i) => {
    const at = (moved: Value) => Number(f(...inputs.map((x, j) => new Var(j === i ? moved : x))).value);
    const slope = (direction: Value) => {
      const step = (sign: number) => at(map("step", (x, t) => x + sign * h * t, input, direction));
      return (step(1) - step(-1)) / (2 * h);
    };
    return eachEntry(list(input), (unit) => slope(array(unit)));
  });
}

/** `f` of each unit vector of the shape of `x`, arranged in that shape. */
function eachEntry(x: List, f: (unit: List) => number): List {
  if (typeof x === "number") return f(1);
  const zero = x.map(zeros);
  return x.map((row, i) => eachEntry(row, (unit) => f([...zero.slice(0, i), unit, ...zero.slice(i + 1)])));
}

const zeros = (x: List): List => (typeof x === "number" ? 0 : x.map(zeros));

/** Entries between `low` and `high`, the same for the same seed (mulberry32). */
export function uniform(shape: readonly number[], seed: number, low = -1, high = 1): Value {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return low + ((high - low) * ((t ^ (t >>> 14)) >>> 0)) / 2 ** 32;
  };
  const fill = ([n, ...rest]: readonly number[]): List =>
    n === undefined ? next() : Array.from({ length: n }, () => fill(rest));
  return array(fill(shape));
}

/** Expect lists of one shape whose entries differ by at most `tolerance`, absolute below 1 and relative above. */
export function expectClose(got: List, wanted: List, tolerance: number): void {
  expect(zeros(got)).toEqual(zeros(wanted));
  const [g, w] = [entries(got), entries(wanted)];
  const close = g.every((x, i) => Math.abs(x - w[i]!) <= tolerance * Math.max(1, Math.abs(w[i]!)));
  if (!close) expect(got).toEqual(wanted); // says what differs
}

const entries = (x: List): number[] => (typeof x === "number" ? [x] : x.flatMap(entries));
