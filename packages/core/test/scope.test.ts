/** The door to scope memory: whatever outlasts it is copied out, and whatever goes in is a snapshot. */
import { attachBatching, getValue, primitive } from "@ndgrad/core";
import { add, batch, Cell, checkpoint, cos, customVjp, floor, grad, jvp, linearize, mul, overwrite, scoped, sin, stopGradient, vjp } from "./cells.js"; // prettier-ignore

const cell = (...values: number[]): Cell => new Cell(values);
const x0 = 0.7;
const slope = Math.sin(x0) + x0 * Math.cos(x0);
/** x·sin x. */
const f = (x: Cell): Cell => mul(x, sin(x));

/** The result of `run`, read after other transforms have used the memory. */
function later<T>(run: () => T): T {
  const result = run();
  overwrite();
  return result;
}

/** Run `user` inside a transform that has the memory open. */
function inside(user: () => void): void {
  jvp((x: Cell) => (user(), x), [cell(1)], [cell(1)]);
}

describe("values that leave", () => {
  test("results and derivatives of each transform outlast it", () => {
    expect(later(() => jvp(f, [cell(x0)], [cell(1)]))).toEqual([cell(x0 * Math.sin(x0)), cell(slope)]);
    expect(later(() => grad(f)(cell(x0)))).toEqual(cell(slope));
    expect(later(() => linearize(f, cell(x0)))[1](cell(1))).toEqual(cell(slope));
    expect(later(() => batch(f, [true], [cell(1, 2)]))).toEqual(cell(Math.sin(1), 2 * Math.sin(2)));
    expect(later(() => scoped((x: Cell) => mul(x, grad(f)(x)))(cell(x0)))).toEqual(cell(x0 * slope));
  });

  test("an argument that is returned is a copy", () => {
    const x = cell(x0);
    const results = [jvp((y: Cell) => y, [x], [x])[0], vjp((y: Cell) => y, x)[0], scoped((y: Cell) => y)(x)];
    for (const y of results) expect(y).not.toBe(x);
  });

  test("plain values that user code computes, reads or makes constant are ordinary, in every trace", () => {
    const kept: Cell[] = [];
    const keeping = (x: Cell): Cell => {
      const y = mul(x, cell(2));
      kept.push(add(cell(1), cell(2)), floor(y));
      return y;
    };
    const reading = (x: Cell): Cell => {
      kept.push(getValue(sin(x)), stopGradient(sin(x)));
      return keeping(x);
    };
    later(() => {
      jvp(reading, [cell(x0)], [cell(1)]);
      grad(reading)(cell(x0));
      scoped((x: Cell) => reading(grad(f)(x)))(cell(x0));
    });
    expect(kept.flatMap(({ values }) => values).some(Number.isNaN)).toBe(false);
    expect(kept.slice(0, 4)).toEqual([cell(Math.sin(x0)), cell(Math.sin(x0)), cell(3), cell(1)]);
  });

  test("the result of a function that ignores its argument is ordinary, inside another transform too", () => {
    let kept: Cell | undefined;
    inside(() => {
      [kept] = jvp((y: Cell) => floor(mul(y, y)), [cell(3)], [cell(1)]);
    });
    overwrite();
    expect(kept).toEqual(cell(9));
  });
});

test("a value read from a recording is a copy: a write to it does not reach the recording", () => {
  const g = (x: Cell): Cell => {
    const y = sin(x);
    for (const copy of [stopGradient(y), getValue(y)]) copy.values[0] = 1e9;
    return mul(y, y);
  };
  expect(vjp(g, cell(x0))[1](cell(1))[0].values[0]).toBeCloseTo(Math.sin(2 * x0), 15);
});

test("a value that outlives its trace is not read: its memory holds other numbers", () => {
  const leaked: Cell[] = [];
  const leaking = (x: Cell): Cell => (leaked.push(x, sin(x)), x);
  jvp(leaking, [cell(x0)], [cell(1)]);
  grad(leaking)(cell(x0));
  scoped((x: Cell) => leaking(grad(f)(x)))(cell(x0));
  overwrite();
  expect(leaked.length).toBe(6);
  for (const x of leaked)
    expect(() => getValue(x)).toThrow(
      "getValue: expected a value of a running trace, got one whose trace has ended.",
    );
});

describe("inputs are snapshots", () => {
  const overwritten =
    (x: Cell) =>
    (y: Cell): Cell => {
      const s = sin(y);
      x.values[0] = 100;
      return mul(s, y);
    };

  test("in the recording trace", () => {
    const x = cell(x0);
    expect(vjp(overwritten(x), x)[1](cell(1))).toEqual([cell(slope)]);
    const y = cell(x0);
    expect(scoped((z: Cell) => vjp(overwritten(y), z)[1](cell(1)))(y)).toEqual([cell(slope)]);
  });

  test("in the forward trace, values and tangents", () => {
    const [x, t] = [cell(x0), cell(1)];
    const g = (y: Cell): Cell => {
      t.values[0] = 100;
      return overwritten(x)(y);
    };
    expect(jvp(g, [x], [t])).toEqual([cell(x0 * Math.sin(x0)), cell(slope)]);
  });

  test("in the batching trace", () => {
    const x = cell(1, 2);
    expect(batch(overwritten(x), [true], [x])).toEqual(cell(Math.sin(1), 2 * Math.sin(2)));
  });
});

test("a value that a transform inside scoped passes on is a snapshot", () => {
  const x = cell(x0);
  const step = scoped((y: Cell) => {
    const [same] = vjp((_z: Cell) => y, cell(0));
    y.values[0] = 100;
    return sin(same);
  });
  expect(step(x)).toEqual(cell(Math.sin(x0)));
});

describe("a reusable recording is in ordinary memory", () => {
  test("if it is made inside another transform", () => {
    let pull: ((g: Cell) => [Cell]) | undefined;
    inside(() => {
      [, pull] = vjp(f, cell(x0));
    });
    overwrite();
    expect(pull!(cell(1))).toEqual([cell(slope)]);
  });

  test("if a batch of plain values is mapped inside it, inside another transform", () => {
    let pull: ((g: Cell) => [Cell]) | undefined;
    inside(() => {
      const mapped = (w: Cell): Cell => batch((x: Cell) => mul(sin(x), w), [true], [cell(1, 2)]);
      [, pull] = vjp(mapped, cell(3));
    });
    overwrite();
    expect(pull!(cell(1, 1))).toEqual([cell(Math.sin(1), Math.sin(2))]);
  });

  test("if a checkpoint saved answers for it", () => {
    let pull: ((g: Cell) => [Cell]) | undefined;
    inside(() => {
      [, pull] = vjp(checkpoint(f, { save: () => true }), cell(x0));
    });
    overwrite();
    expect(pull!(cell(1))).toEqual([cell(slope)]);
  });
});

describe("functions without noEscape may keep the values that they are given and make", () => {
  test("implementations, rules of both modes and batching rules", () => {
    const kept: Cell[] = [];
    const keep = (...cells: Cell[]): void => void kept.push(...cells);
    const doubled = (x: Cell): Cell => {
      const y = add(x, x);
      keep(y);
      return y;
    };
    const twice = primitive("twice", (x: Cell) => (keep(x), doubled(x)), {
      vjp: [(g, ans, x) => (keep(g, ans, x), doubled(g))],
      jvp: [(t, ans, x) => (keep(t, ans, x), doubled(t))],
    });
    attachBatching(twice, (_, x) => (keep(x), doubled(x)));
    const g = (x: Cell): Cell => mul(cell(1), twice(mul(x, cell(1))));
    const results = later(() => [
      grad(g)(cell(3)),
      jvp(g, [cell(3)], [cell(1)])[1],
      batch(g, [true], [cell(3)]),
      grad((x) => mul(cell(1), customVjp((y: Cell) => y, (c, ans, y) => (keep(c, ans, y), [c]))(sin(x))))(cell(0)), // prettier-ignore
    ]);
    expect(results).toEqual([cell(2), cell(2), cell(6), cell(1)]);
    expect(kept).toEqual([3, 6, 1, 6, 3, 2, 3, 6, 1, 6, 3, 2, 3, 6, 1, 0, 0].map((v) => cell(v)));
  });
});

describe("scoped", () => {
  test("pulls and pushes that were made inside are refused afterwards", () => {
    let pull: ((g: Cell) => [Cell]) | undefined;
    let push: ((t: Cell) => Cell) | undefined;
    scoped((x: Cell) => {
      [, pull] = vjp(f, x);
      [, push] = linearize(f, x);
      return pull(cell(1))[0];
    })(cell(x0));
    expect(() => pull!(cell(1))).toThrow("pull: expected a call while the scoped function that made it runs");
    expect(() => push!(cell(1))).toThrow("push: expected a call while the scoped function that made it runs");
  });

  test("copies only what it returns, and releases its memory after an exception", () => {
    let inside: unknown;
    const failing = scoped((x: Cell) => {
      inside = grad(f)(x);
      throw new Error("midway");
    });
    expect(() => failing(cell(x0))).toThrow("midway");
    expect(() => sin(inside as Cell)).toThrow("sin: expected a value of a running trace");
    expect(grad(f)(cell(x0))).toEqual(cell(slope));
  });

  test("rules and implementations without noEscape run as if there were no scoped around them", () => {
    const inner = customVjp(
      (x: Cell) => grad((y) => mul(y, sin(y)))(x),
      (g, _ans, x) => [mul(g, add(cos(x), grad((y) => mul(y, cos(y)))(x)))],
    );
    const second = 2 * Math.cos(x0) - x0 * Math.sin(x0);
    const step = scoped((x: Cell) => grad((y) => mul(cell(1), inner(y)))(x));
    expect(step(cell(x0)).values[0]).toBeCloseTo(second, 14);
  });
});
