import { array, grad, random, sum } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
import { threefry } from "../src/random/threefry.js";

test.each([
  // Known answers of Threefry-2x32, 20 rounds, from the Random123 distribution (Salmon et al. 2011).
  [
    [0, 0],
    [0, 0],
    [0x6b200159, 0x99ba4efe],
  ],
  [
    [0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    [0x1cb996fc, 0xbb002be7],
  ],
  [
    [0x13198a2e, 0x03707344],
    [0x243f6a88, 0x85a308d3],
    [0xc4923a9c, 0x483df7a0],
  ],
])("threefry with key %j and counter %j gives the published words", ([k0, k1], [c0, c1], words) => {
  const out = new Uint32Array(2);
  threefry(out, 0, k0!, k1!, c0!, c1!);
  expect([...out]).toEqual(words);
});

const many = 20000;

test("uniform numbers fill [low, high) evenly", () => {
  const u = (random.uniform(random.key(1), [many], { low: -1, high: 3 }) as Nd).data;
  expect(Math.min(...u)).toBeGreaterThanOrEqual(-1);
  expect(Math.max(...u)).toBeLessThan(3);
  const counts = new Array<number>(8).fill(0);
  u.forEach((v) => counts[Math.floor((v + 1) * 2)]!++);
  // Five standard deviations of a binomial count.
  const sd = Math.sqrt((many / 8) * (7 / 8));
  for (const c of counts) expect(Math.abs(c - many / 8)).toBeLessThan(5 * sd);
});

test("normal numbers have the moments of the normal distribution", () => {
  const z = (random.normal(random.key(2), [many]) as Nd).data;
  const moment = (k: number): number => z.reduce((s, v) => s + v ** k, 0) / many;
  // E z⁰… = 0, 1, 0, 3 with variances 1, 2, 15, 96 over n.
  const expected = [0, 1, 0, 3];
  const variances = [1, 2, 15, 96];
  expected.forEach((m, k) =>
    expect(Math.abs(moment(k + 1) - m)).toBeLessThan(5 * Math.sqrt(variances[k]! / many)),
  );
});

test("a key gives the same numbers again, its children others", () => {
  const draw = (key: random.Key): number[] => [...(random.uniform(key, [4]) as Nd).data];
  const key = random.key(7);
  const [a, b] = random.split(key) as [random.Key, random.Key];
  expect(draw(key)).toEqual(draw(random.key(7)));
  const all = [key, a, b, random.foldIn(key, 0), random.foldIn(key, 1), random.key(8)].map((k) =>
    draw(k).join(),
  );
  expect(new Set(all).size).toBe(all.length);
  expect(draw(random.key(2 ** 32 + 7))).not.toEqual(draw(key));
});

test("these numbers are the same on every machine", () => {
  // Recorded once: a change of the generator would break saved experiments.
  const key = random.key(42);
  expect(random.split(key)).toEqual([[64467757, 2916123636], [1154097635, 473298049]]); // prettier-ignore
  const u = [0.42672756361231334, 0.10015824296670306, 0.19643803754070277];
  expect([...(random.uniform(key, [3]) as Nd).data]).toEqual(u);
  const z = [-0.18471175302704018, -1.280650408091064, -0.8544132172703719];
  (random.normal(key, [3]) as Nd).data.forEach((v, i) => expect(v).toBeCloseTo(z[i]!, 14));
  expect([...random.permutation(random.split(key)[1]!, 5).data]).toEqual([2, 4, 0, 1, 3]);
});

test("bernoulli, randint and categorical follow their probabilities", () => {
  const hits = (random.bernoulli(random.key(3), 0.3, [many]) as { data: Uint8Array }).data.reduce(
    (s, v) => s + v,
    0,
  );
  expect(Math.abs(hits - 0.3 * many)).toBeLessThan(5 * Math.sqrt(many * 0.21));
  const dice = (random.randint(random.key(4), [many], 1, 7) as { data: Int32Array }).data;
  expect([...new Set(dice)].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  const logits = array(Array.from({ length: many }, () => [Math.log(0.2), Math.log(0.5), Math.log(0.3)]));
  const picks = (random.categorical(random.key(5), logits) as { data: Int32Array }).data;
  [0.2, 0.5, 0.3].forEach((p, c) => {
    const n = picks.filter((v) => v === c).length;
    expect(Math.abs(n - p * many)).toBeLessThan(5 * Math.sqrt(many * p * (1 - p)));
  });
});

test("a permutation of rows keeps rows whole", () => {
  const x = array([
    [1, 10],
    [2, 20],
    [3, 30],
  ]);
  const rows = random.permutation(random.key(6), x);
  expect(rows.shape).toEqual([3, 2]);
  for (let i = 0; i < 3; i++) expect(rows.get(i, 1)).toBe(10 * rows.get(i, 0));
});

test("mean and spread of a normal draw may be differentiated", () => {
  const key = random.key(9);
  const z = sum(random.normal(key, [5]));
  expect(grad((m: number) => sum(random.normal(key, [5], { mean: m })))(2)).toBe(5);
  expect(grad((s: number) => sum(random.normal(key, [5], { std: s })))(2)).toBeCloseTo(z, 12);
});

test("bad seeds, shapes and ranges are refused", () => {
  expect(() => random.key(-1)).toThrow("key: expected a whole number from 0 to 2^53 - 1 as seed, got -1.");
  expect(() => random.key(0.5)).toThrow("got 0.5");
  expect(() => random.uniform(random.key(0), [-2])).toThrow(
    "uniform: expected a shape of whole sizes of 0 or more, got [-2].",
  );
  expect(() => random.randint(random.key(0), [2], 5, 5)).toThrow(
    "randint: expected 32-bit whole numbers low < high, got 5 and 5.",
  );
  expect(() => random.split(random.key(0), -1)).toThrow(
    "split: expected a whole number of 0 or more, got -1.",
  );
});

test("a seed in place of a key is refused", () => {
  // From plain JavaScript anything may come.
  const seed = 3 as unknown as random.Key;
  const message = "expected a key, got 3. Make one with random.key(seed), and split it for several draws.";
  expect(() => random.normal(seed, [2])).toThrow(`normal: ${message}`);
  expect(() => random.split(seed)).toThrow(`split: ${message}`);
  expect(() => random.foldIn(seed, 1)).toThrow(`foldIn: ${message}`);
});
