import { attachRules, getValue, primitive } from "@ndgrad/core";
import type { PrimitiveFn } from "@ndgrad/core";
import { checks } from "@ndgrad/check";
import { add, cos, mul, neg, numbers, sin, sinCos, stopGradient } from "../../core/test/numbers.js";

const { checkGrads, testRule } = checks([numbers]);

type Unary = PrimitiveFn<[x: number], number>;
type Binary = PrimitiveFn<[x: number, y: number], number>;

/** sin with rules that a test breaks. */
function sine(vjp: (g: number, x: number) => number, jvp: (t: number, x: number) => number): Unary {
  return primitive("sine", (x: number) => Math.sin(x), {
    vjp: [(g, _ans, x) => vjp(g, x)],
    jvp: [(t, _ans, x) => jvp(t, x)],
  });
}
const right = (g: number, x: number): number => mul(g, cos(x));
const offByAMillionth = (g: number, x: number): number => mul(mul(g, 1 + 1e-6), cos(x));

describe("checkGrads", () => {
  test("accepts right derivatives, of trees too, to the third order", () => {
    const f = ({ w, name }: { w: [number, number]; name: string }, b: number) => ({
      s: add(mul(w[0], sin(w[1])), b),
      list: [mul(mul(w[0], w[0]), w[1]), 3],
      name,
    });
    expect(() => checkGrads(f, [{ w: [0.3, 0.7], name: "model" }, 2], { order: 3 })).not.toThrow();
  });

  test("catches a reverse rule that is off by a millionth, and names mode, order and argument, with both values", () => {
    const wrong = sine(offByAMillionth, right);
    expect(() => checkGrads((p: { a: [number] }) => wrong(p.a[0]), [{ a: [0.5] }])).toThrow(
      /^checkGrads: expected the rev derivative of order 1 in argument 0\.a\[0\] to be -?0\.\d+ by differences, got -?0\.\d+\. Correct the vjp rule/,
    );
  });

  test("catches a forward rule that is off by a millionth", () => {
    const wrong = sine(right, offByAMillionth);
    expect(() => checkGrads((_x: number, y: number) => wrong(y), [1, 0.5])).toThrow(
      "checkGrads: expected the fwd derivative of order 1 in argument 1",
    );
    expect(() => checkGrads(wrong, [0.5], { modes: ["rev"] })).not.toThrow();
  });

  test("catches modes that disagree by less than differences can see", () => {
    const nearly = sine((g, x) => mul(mul(g, 1 + 1e-9), cos(x)), right);
    expect(() => checkGrads(nearly, [0.5], { modes: ["rev"], order: 1 })).not.toThrow();
    expect(() => checkGrads(nearly, [0.5], { order: 1 })).toThrow(
      "by the fwd derivative, ⟨Jᵀg, t⟩ = ⟨g, Jt⟩",
    );
  });

  test("catches a rule that is a constant to the next order, in each nesting", () => {
    const frozen = (g: number, x: number): number => mul(g, stopGradient(cos(x)));
    expect(() => checkGrads(sine(frozen, frozen), [0.5], { order: 1 })).not.toThrow();
    expect(() => checkGrads(sine(frozen, right), [0.5])).toThrow(
      "the rev-rev derivative of order 2 in argument 0",
    );
    expect(() => checkGrads(sine(right, frozen), [0.5])).toThrow(
      "the rev-fwd derivative of order 2 in argument 0",
    );
    expect(() => checkGrads(sine(right, frozen), [0.5], { modes: ["fwd"] })).toThrow(
      "the fwd-fwd derivative of order 2",
    );
  });

  test("catches a third derivative that is wrong", () => {
    const lateFrozen = (g: number, x: number): number => mul(g, cosine(x));
    const cosine = primitive("cosine", (x: number) => Math.cos(x), {
      vjp: [(g, _ans, x) => neg(mul(g, stopGradient(sin(x))))],
      jvp: [(t, _ans, x) => neg(mul(t, stopGradient(sin(x))))],
    });
    expect(() => checkGrads(sine(lateFrozen, lateFrozen), [0.5])).not.toThrow();
    expect(() => checkGrads(sine(lateFrozen, lateFrozen), [0.5], { order: 3 })).toThrow("of order 2");
  });

  test("refuses a point where the function is not finite, or a step that always leaves its domain", () => {
    const log: Unary = primitive("log", (x: number) => Math.log(x), {});
    expect(() => checkGrads(log, [0])).toThrow("checkGrads: expected a result without NaN and infinities");
    const island: Unary = primitive("island", (x: number) => (x === 0 ? 0 : NaN), {});
    expect(() => checkGrads(island, [0])).toThrow("differences: expected a function that is finite around");
  });

  test("differences step back from the edge of a domain", () => {
    const log: Unary = primitive("log", (x: number) => Math.log(x), {
      vjp: [(g, _ans, x) => mul(g, inverse(x))],
      jvp: [(t, _ans, x) => mul(t, inverse(x))],
    });
    const inverse: Unary = primitive("inverse", (x: number) => 1 / x, {
      vjp: [(g, ans) => neg(mul(g, mul(ans, ans)))],
      jvp: [(t, ans) => neg(mul(t, mul(ans, ans)))],
    });
    expect(() => checkGrads(log, [0.02])).not.toThrow();
  });
});

describe("testRule", () => {
  test("returns what it could test", () => {
    expect(testRule(mul, 2, 3)).toEqual({ modes: ["fwd", "rev"], order: 2, argnums: [0, 1] });
    expect(testRule(sinCos, 0.4)).toEqual({ modes: ["fwd", "rev"], order: 2, argnums: [0] });
    const scaled: Binary = primitive("scaled", (x: number, k: number) => x * k, {
      vjp: [(g, _ans, _x, k) => mul(g, k), null],
    });
    expect(testRule(scaled, 2, 3)).toEqual({ modes: ["rev"], order: 2, argnums: [0] });
    const ruleless: Unary = primitive("ruleless", (x: number) => Math.cos(x));
    const firstOnly = sine(
      (g, x) => mul(g, ruleless(x)),
      (t, x) => mul(t, ruleless(x)),
    );
    expect(testRule(firstOnly, 0.5).order).toBe(1);
  });

  test("catches an error of a millionth, modes that disagree, and rules that are constant to the next order", () => {
    expect(() => testRule(sine(offByAMillionth, right), 0.5)).toThrow(
      "testRule(sine): expected the rev derivative",
    );
    expect(() => testRule(sine(right, offByAMillionth), 0.5)).toThrow(
      "testRule(sine): expected the fwd derivative",
    );
    expect(() =>
      testRule(
        sine((g, x) => mul(g, stopGradient(cos(x))), right),
        0.5,
      ),
    ).toThrow("of order 2");
  });

  test("catches a rule that is not linear", () => {
    const clipped = sine((g, x) => mul(getValue(g) > 1 ? 1 : g, cos(x)), right);
    expect(() => testRule(clipped, 0.5)).toThrow("by linearity of the rule");
  });

  test("catches a rule that keeps state between calls of a pull", () => {
    let calls = 0;
    const counting = sine((g, x) => mul(g, mul(calls++ === 0 ? 1 : 2, cos(x))), right);
    expect(() => testRule(counting, 0.5)).toThrow("expected a pull that gives");
  });

  test("catches rules that are missing for an argument, or in one mode only", () => {
    const short = primitive("short", (x: number, y: number) => x * y);
    // As plain JavaScript may call it: the list has one entry, the types require two.
    attachRules(short, { vjp: [(g: number, _ans: number, _x: number, y: number) => mul(g, y)] as never });
    expect(() => testRule(short, 2, 3)).toThrow("expected a vjp rule for argument 1, got a list of 1");
    const half: Binary = primitive("half", (x: number, y: number) => x * y, {
      vjp: [(g, _ans, _x, y) => mul(g, y), null],
      jvp: ["linear", "linear"],
    });
    expect(() => testRule(half, 2, 3)).toThrow("expected both modes to differentiate argument 1 or neither");
    const joint: Binary = primitive("joint", (x: number, y: number) => x * y, {
      vjp: (g, _ans, _x, y) => [mul(g, y), null],
      jvp: ["linear", "linear"],
    });
    expect(() => testRule(joint, 2, 3)).toThrow("expected both modes to differentiate argument 1 or neither");
    expect(() =>
      testRule(
        primitive("bare", (x: number) => x),
        1,
      ),
    ).toThrow("expected a primitive with derivative rules");
  });

  test("catches a joint rule that reads the cotangent of an unused output", () => {
    const greedy: PrimitiveFn<[x: number], [number, number]> = primitive(
      "greedy",
      (x: number): [number, number] => [x * x, x],
      { vjp: [([g, h], _ans, x) => add(mul(g as number, mul(2, x)), h ?? 0)] },
    );
    expect(() => testRule(greedy, 3)).toThrow();
  });
});

test("a rule whose use of its cotangent or tangent has a wrong derivative is found in either mode", () => {
  // The value of `handed` is right; what it does to cotangents or tangents of its own is off by a thousandth.
  const handed = (wrong: "vjp" | "jvp"): Unary =>
    primitive("handed", (x: number) => x, {
      vjp: [(g) => (wrong === "vjp" ? mul(g, 1.001) : g)],
      jvp: [(t) => (wrong === "jvp" ? mul(t, 1.001) : t)],
    });
  for (const wrong of ["vjp", "jvp"] as const) {
    const bar = handed(wrong);
    const inReverse: Unary = primitive("inReverse", (x: number) => 2 * x, {
      vjp: [(g) => mul(bar(g), 2)],
      jvp: [(t) => mul(t, 2)],
    });
    const inForward: Unary = primitive("inForward", (x: number) => 2 * x, {
      vjp: [(g) => mul(g, 2)],
      jvp: [(t) => mul(bar(t), 2)],
    });
    expect(() => checkGrads(inReverse, [1])).toThrow(/of order 2 in the cotangent .* by linearity/);
    expect(() => checkGrads(inForward, [1])).toThrow(/of order 2 in the tangent .* by linearity/);
    expect(() => testRule(inReverse, 1)).toThrow("in the cotangent");
  }
});
