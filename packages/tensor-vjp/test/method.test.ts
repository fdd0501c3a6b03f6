import { add, array, exp, grad, less, mul } from "@ndgrad/tensor-vjp";
import { sin } from "@ndgrad/tensor-vjp/complex";
import { gamma } from "@ndgrad/tensor-vjp/special";
import { ArgumentError, asWritten, ShapeError } from "../src/errors.js";
import { method, variadic } from "../src/method.js";

interface PowerOptions {
  readonly base?: number | undefined;
  readonly shift?: number | undefined;
}

const power: (x: number, times?: number, options?: PowerOptions) => number = method(
  "power",
  { base: 2, shift: undefined },
  (x, times, { base, shift }) => {
    if (x < 0) throw new ShapeError("expected x ≥ 0, got less. Take abs.");
    return base ** x * (times ?? 1) + (shift ?? 0);
  },
);

const outer: (x: number) => number = method("outer", (x) => power(x));

describe("method", () => {
  test("options that are not given, or undefined, are as in the defaults", () => {
    expect(power(3)).toBe(8);
    expect(power(3, 2, { base: 3 })).toBe(54);
    expect(power(3, undefined, { base: undefined, shift: 1 })).toBe(9);
    expect(power.name).toBe("power");
  });

  test("an unknown option, something else in their place, and too many arguments are refused", () => {
    // @ts-expect-error there is no such option
    expect(() => power(1, 1, { bass: 3 })).toThrow(
      new ArgumentError("power: expected no options but base, shift, got bass. Check the spelling."),
    );
    // @ts-expect-error a number is not an object
    expect(() => power(1, 1, 0)).toThrow(
      new ArgumentError("power: expected options in an object, got 0. Write { base: … }."),
    );
    // @ts-expect-error keys that every object has are not options
    expect(() => power(1, 1, { toString: 1 })).toThrow(ArgumentError);
    expect(() => (power as (...args: unknown[]) => unknown)(1, 1, {}, 4)).toThrow(
      "power: expected at most 3 arguments, got 4.",
    );
    expect(() => [1, 2].map(outer)).toThrow("outer: expected at most 1 argument, got 3.");
  });

  test("an error names the op that the user called, in its stack too", () => {
    expect(() => power(-1)).toThrow(new ShapeError("power: expected x ≥ 0, got less. Take abs."));
    expect(() => outer(-1)).toThrow(new ShapeError("outer: expected x ≥ 0, got less. Take abs."));
    try {
      outer(-1);
    } catch (error) {
      expect((error as Error).stack).toMatch(/^\w*Error: outer: expected x/);
    }
  });

  test("errors of others, and of code that the user wrote, stay as they are", () => {
    const calls: (f: () => number) => number = method("calls", (f) => asWritten(f)());
    expect(() => calls(() => power(-1))).toThrow("power: expected x");
    const fails: () => number = variadic("fails", () => {
      throw new RangeError("expected nothing");
    });
    expect(fails).toThrow(new RangeError("expected nothing"));
  });
});

test.each<[string, () => unknown, string]>([
  ["a unary op", () => [1, 2].map(exp), "exp: expected at most 1 argument, got 3."],
  ["a binary op", () => loosely(add)(1, 2, 3), "add: expected at most 2 arguments, got 3."],
  [
    "a binary op of arrays",
    () => loosely(mul)(array([1]), 2, 3),
    "mul: expected at most 2 arguments, got 3.",
  ],
  [
    "a traced op",
    () => grad((x: number) => loosely(add)(x, 1, x) as number)(1),
    "add: expected at most 2 arguments, got 3.",
  ],
  ["a comparison", () => loosely(less)(1, 2, 3), "less: expected at most 2 arguments, got 3."],
  ["a special function", () => loosely(gamma)(1, 2), "gamma: expected at most 1 argument, got 2."],
  ["an op of complex arrays", () => loosely(sin)(1, 2), "sin: expected at most 1 argument, got 2."],
])("%s refuses arguments that it does not have", (_name, call, message) => {
  expect(call).toThrow(message);
});

/** As plain JavaScript calls it. */
function loosely(f: unknown): (...args: unknown[]) => unknown {
  return f as (...args: unknown[]) => unknown;
}
