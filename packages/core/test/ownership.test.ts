/** Ownership of memory: sums in place, copies on the way out, nodes freed. */
import { Container, primitive, transforms } from "@ndgrad/core";
import type { Accumulator, PrimitiveFn, Space } from "@ndgrad/core";

/** A pair of numbers that can be written to. */
class Pair {
  constructor(
    public a: number,
    public b: number,
  ) {}
}

type Binary = PrimitiveFn<[x: Pair, y: Pair], Pair>;
const add: Binary = primitive("add", (x: Pair, y: Pair) => new Pair(x.a + y.a, x.b + y.b), {
  vjp: [(g) => g, (g) => g],
  jvp: [(t) => t, (t) => t],
});
const scale: PrimitiveFn<[c: number, x: Pair], Pair> = primitive(
  "scale",
  (c: number, x: Pair) => new Pair(c * x.a, c * x.b),
  {
    vjp: [null, (g, _ans, c) => scale(c, g)],
    jvp: [null, "linear"],
  },
);

class TracedPair extends Container {
  override get space(): Space<Pair> {
    return pairs;
  }
}

let inPlace = 0;
/** Adds in place, but never into a cotangent that it was given. */
class PairSum implements Accumulator<Pair> {
  private first: Pair | undefined = undefined;
  private sum: Pair | undefined = undefined;

  // No rule in these tests returns a Contribution.
  add(g: Pair): void {
    if (this.first === undefined) this.first = g;
    else if (this.sum === undefined) this.sum = add(this.first, g);
    else {
      inPlace++;
      this.sum.a += g.a;
      this.sum.b += g.b;
    }
  }

  total(): Pair {
    return this.sum ?? this.first!;
  }
}
const pairs: Space<Pair> = {
  name: "pair",
  Container: TracedPair,
  is: (x): x is Pair => x instanceof Pair,
  describe: () => "a pair",
  isScalar: () => false,
  matches: (g) => g instanceof Pair || g instanceof TracedPair,
  zerosLike: () => new Pair(0, 0),
  onesLike: () => new Pair(1, 1),
  add,
  accumulator: () => new PairSum(),
  scale,
  inner: (x, y) => x.a * y.a + x.b * y.b,
  basis: () => [new Pair(1, 0), new Pair(0, 1)],
  copy: (x) => new Pair(x.a, x.b),
};

const { jvp, linearize, vjp } = transforms([pairs]);

test("sums of cotangents are written in place, but never into a cotangent that a rule passed on", () => {
  // x is used four times, and the rules of add pass the same g to all four uses.
  const f = (x: Pair): Pair => add(add(x, x), add(x, x));
  const g = new Pair(1, 10);
  inPlace = 0;
  const [, pull] = vjp(f, new Pair(1, 2));
  expect(pull(g)).toEqual([new Pair(4, 40)]);
  expect(inPlace).toBeGreaterThan(0);
  expect(g).toEqual(new Pair(1, 10));
  expect(pull(g)).toEqual([new Pair(4, 40)]);
});

test("no two results share storage with each other or with an argument", () => {
  const x = new Pair(1, 2);
  const g = new Pair(3, 4);
  const [y, pull] = vjp((a: Pair, b: Pair) => ({ sum: add(a, b), a }), x, x);
  expect(y.a).toEqual(x);
  expect(y.a).not.toBe(x);
  const [ga, gb] = pull({ sum: g, a: new Pair(0, 0) });
  expect(ga).not.toBe(gb);
  expect(gb).not.toBe(g);
  const [, t] = jvp((a: Pair) => a, [x], [g]);
  expect(t).toEqual(g);
  expect(t).not.toBe(g);
});

test("overwriting an argument after the run does not affect the pull or the push", () => {
  const square: PrimitiveFn<[x: Pair], Pair> = primitive(
    "square",
    (x: Pair) => new Pair(x.a * x.a, x.b * x.b),
    {
      vjp: [(g, _ans, x) => new Pair(2 * x.a * g.a, 2 * x.b * g.b)],
      jvp: [(t, _ans, x) => new Pair(2 * x.a * t.a, 2 * x.b * t.b)],
    },
  );
  const x = new Pair(3, 5);
  const [, pull] = vjp(square, x);
  const [, push] = linearize(square, x);
  x.a = 100;
  expect(pull(new Pair(1, 1))).toEqual([new Pair(6, 10)]);
  expect(push(new Pair(1, 1))).toEqual(new Pair(6, 10));
});

test("a walk that throws midway leaves the pull usable", () => {
  let fail = true;
  const fussy: PrimitiveFn<[x: Pair], Pair> = primitive("fussy", (x: Pair) => new Pair(x.a, x.b), {
    vjp: [
      (g) => {
        if (fail) throw new Error("not now");
        return g;
      },
    ],
  });
  const [, pull] = vjp((x: Pair) => add(x, fussy(add(x, x))), new Pair(1, 2));
  expect(() => pull(new Pair(1, 1))).toThrow("not now");
  fail = false;
  expect(pull(new Pair(1, 1))).toEqual([new Pair(3, 3)]);
});

test("dead branches are not walked", () => {
  let walked = 0;
  const watched: PrimitiveFn<[x: Pair], Pair> = primitive("watched", (x: Pair) => new Pair(x.a, x.b), {
    vjp: [
      (g) => {
        walked++;
        return g;
      },
    ],
  });
  const f = (x: Pair): Pair => {
    watched(x);
    return scale(2, x);
  };
  expect(vjp(f, new Pair(1, 2))[1](new Pair(1, 1))).toEqual([new Pair(2, 2)]);
  expect(walked).toBe(0);
});
