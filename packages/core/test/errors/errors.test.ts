import {
  CotangentError,
  LossError,
  MissingRuleError,
  primitive,
  TracedValueError,
  transforms,
  attachRules,
} from "@ndgrad/core";
import type { PrimitiveFn } from "@ndgrad/core";
import { add, grad, jvp, mul, numbers, scoped, sin, vjp } from "../numbers.js";

/** What `f` throws, as "Class: message". */
function thrown(f: () => unknown): string {
  try {
    f();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  return "nothing";
}

test("a JS operator on a traced value is refused", () => {
  for (const use of [
    (x: number) => x * 2,
    (x: number) => x + 1,
    (x: number) => (x > 0 ? x : 0),
    (x: number) => Number(`${x}`),
    (x: number) => Math.sin(x),
    (x: number) => (x == 0 ? x : 0),
  ])
    expect(thrown(() => grad(use)(1))).toMatch(
      /^TracedValueError: number: expected an op on a traced value, got the value used .*getValue/,
    );
  expect(thrown(() => grad((x: number) => JSON.stringify({ x }).length)(1))).toContain(
    "a traced one in JSON. Use getValue(x).",
  );
});

test("a value that escaped its trace is refused, naming the op", () => {
  let leaked = 0;
  grad((x: number) => {
    leaked = x;
    return mul(x, x);
  })(1);
  const message =
    "TracedValueError: sin: expected a value of a running trace, got one whose trace has ended.";
  expect(thrown(() => sin(leaked))).toContain(message);
  expect(thrown(() => grad((x: number) => add(x, leaked))(1))).toContain(
    "add: expected a value of a running trace",
  );
  expect(thrown(() => jvp((x: number) => ((leaked = x), x), [1], [1]))).toBe("nothing");
  expect(thrown(() => sin(leaked))).toContain(message);
});

test("an exception inside a traced function leaves nothing behind", () => {
  expect(thrown(() => grad((_x: number): number => { throw new Error("mine"); })(1))).toBe("Error: mine"); // prettier-ignore
  expect(grad((x: number) => mul(x, x))(3)).toBe(6);
});

test("a promise is refused", () => {
  const f = async (x: number): Promise<number> => Promise.resolve(mul(x, x));
  const g = f as unknown as (x: number) => number;
  expect(thrown(() => grad(g)(1))).toMatch(
    /^TracedValueError: vjp: expected a plain result, got a Promise\. .*synchronous/,
  );
  expect(thrown(() => jvp(g, [1], [1]))).toContain("jvp: expected a plain result, got a Promise.");
});

test("a generator is refused: what it yields would be computed after the trace has ended", () => {
  function* f(x: number): Generator<number> {
    yield mul(x, x);
  }
  const message =
    "expected a plain result, got a generator. Return a list of what it yields: [...generator].";
  expect(thrown(() => jvp(f, [1], [1]))).toBe(`TracedValueError: jvp: ${message}`);
  expect(thrown(() => scoped(f)(1))).toBe(`TracedValueError: scoped: ${message}`);
});

test("a message shows the first entries of a list, however long or deep it is", () => {
  const cyclic: unknown[] = [];
  cyclic.push(cyclic);
  const pull = vjp((x: number) => x, 1)[1] as (g: unknown) => unknown;
  expect(thrown(() => pull(cyclic))).toContain("expected a value at tree, got [a list of 1].");
  expect(thrown(() => pull(new Array(50_000).fill(1)))).toContain("got a list of 50000.");
  expect(thrown(() => pull([null, undefined, []]))).toContain("got [null, undefined, []].");
});

test("a loss that is not a single number is refused", () => {
  const list = (x: number): number => [x, x] as unknown as number;
  expect(thrown(() => grad(list)(1))).toMatch(
    /^LossError: grad: expected a loss that is one real number, got a tree/,
  );
  expect(() => grad(list)(1)).toThrow(LossError);
});

test("a missing rule names the primitive, the argument and the remedy", () => {
  const half: PrimitiveFn<[x: number], number> = primitive("half", (x: number) => x / 2);
  expect(() => grad(half)(1)).toThrow(MissingRuleError);
  expect(thrown(() => grad(half)(1))).toContain(
    "half: expected a vjp rule for argument 0, got none. Attach it with attachRules(half, { vjp: [...] })",
  );
  attachRules(half, { vjp: [(g) => half(g)] });
  expect(grad(half)(1)).toBe(0.5);
  expect(thrown(() => jvp(half, [1], [1]))).toContain("half: expected a jvp rule for argument 0");
  attachRules(half, { jvp: ["linear"] });
  expect(jvp(half, [1], [1])).toEqual([0.5, 0.5]);
  expect(thrown(() => attachRules(half, { jvp: ["linear"] }))).toContain(
    "half: expected no jvp rules yet, got a second set.",
  );
});

test("a rule that returns a value of the wrong form is refused, naming primitive and argument", () => {
  const bad = primitive("bad", (x: number) => x, {
    vjp: [() => "no" as unknown as number],
    jvp: [() => undefined as unknown as number],
  });
  expect(() => grad(bad)(1)).toThrow(CotangentError);
  expect(thrown(() => grad(bad)(1))).toContain(
    "bad: expected the vjp of argument 0 to be a number, got string no.",
  );
  expect(thrown(() => jvp(bad, [1], [1]))).toContain("bad: expected its jvp to be a number, got undefined");
  const joint = primitive("joint", (x: number) => x, {
    vjp: (() => 3) as unknown as (g: number) => [number],
  });
  expect(thrown(() => grad(joint)(1))).toContain(
    "joint: expected a list of cotangents from its vjp rule, got number 3.",
  );
});

test("a traced value that an implementation closes over is refused", () => {
  expect(thrown(() => grad((w: number) => primitive("scale", (x: number) => mul(x, w))(2))(3))).toContain(
    "scale: expected plain values inside the implementation, got a traced value that it closes over. Pass that value as an argument.",
  );
});

test("a result of an unknown kind is refused, with the remedy", () => {
  const label = primitive("label", (x: number) => `#${x}`, { vjp: [() => 0] });
  expect(thrown(() => grad((x: number) => label(x).length)(1))).toContain(
    "label: expected a result of a known kind (number), got string #1.",
  );
});

test("a container of another copy of core is recognised, and not taken for a plain object", () => {
  // As another copy makes it: it carries the mark that all copies set, but is not an instance of our Container.
  const alien = Object.create({ [Symbol.for("ndgrad.container")]: true }, { [Symbol.toPrimitive]: { value: () => { throw new Error("alien"); } } }) as number; // prettier-ignore
  expect(thrown(() => sin(alien))).toContain(
    "sin: expected a value traced by this copy of @ndgrad/core, got one of another copy.",
  );
  expect(thrown(() => grad((x: number) => x)(alien))).toContain("Two copies are loaded");
  expect(() => mul(alien, 2)).toThrow(TracedValueError);
});

test("a cotangent or tangent of the wrong form is refused", () => {
  expect(thrown(() => vjp((x: number) => x, 1)[1]("1" as unknown as number))).toContain(
    "pull: expected a value at tree, got string 1.",
  );
  expect(thrown(() => jvp((x: number) => x, [1], [] as unknown as [number]))).toContain(
    "jvp: expected a list of 1 at tree, got []",
  );
});

test("wrong rule lists and vector losses do not compile", () => {
  const { grad: g } = transforms([numbers]);
  // @ts-expect-error one rule for two arguments
  primitive("p", (x: number, y: number) => x + y, { vjp: [(h: number) => h] });
  // @ts-expect-error a rule whose result is not a cotangent of its argument
  primitive("q", (x: number) => x, { vjp: [(h: number) => String(h)] });
  // @ts-expect-error a loss that is a list
  g((x: number) => [x]);
  // @ts-expect-error a loss that is a string
  g((x: number) => String(x));
  const typed: (x: number, y: string) => number = g((x: number, y: string) => mul(x, y.length));
  const both: [number, number] = g((x: number, y: number) => mul(x, y), { argnums: [0, 1] })(1, 2);
  expect([typed(1, "ab"), both]).toEqual([2, [2, 1]]);
});

test("an argument that is not a function is refused, naming the transform", () => {
  const loose = { grad, vjp, jvp, scoped } as unknown as Record<
    string,
    (f: unknown, ...rest: unknown[]) => unknown
  >;
  for (const [name, given, described] of [
    ["grad", 3, "number 3"],
    ["vjp", undefined, "undefined"],
    ["jvp", [sin], "[a function]"],
    ["scoped", null, "null"],
  ] as const)
    expect(thrown(() => loose[name]!(given, [1], [1]))).toBe(
      `TypeError: ${name}: expected a function, got ${described}. Pass the function itself, not what it returns.`,
    );
});
