import { reference } from "@ndgrad/kernels";
import {
  add,
  eye,
  graph,
  mul,
  stack,
  sum,
  toArray,
  transpose,
  vjp,
  vmap,
  withBackend,
} from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import * as linalg from "@ndgrad/tensor-vjp/linalg";
import { random } from "../../ops/directions.js";

type Program = (...xs: Nd[]) => Tensor | readonly Tensor[];
/** How the nth example of an argument is made. */
type Example = (n: number) => Nd;

const any =
  (...shape: number[]): Example =>
  (n) =>
    random(shape, 10 + n) as Nd;
const regular =
  (n: number): Example =>
  (k) =>
    add(any(n, n)(k), mul(5, eye(n)));
const symmetric =
  (n: number): Example =>
  (k) =>
    add(add(any(n, n)(k), transpose(any(n, n)(k))), mul(8, eye(n)));
/** Distinct eigenvalues and singular values. */
const apart = (n: number): Example => (k) => add(mul(0.1, any(n, n)(k)), linalg.inv(add(eye(n), mul(0.3, any(n, n)(7))))); // prettier-ignore

interface Case {
  readonly name: string;
  readonly f: Program;
  readonly examples: readonly Example[];
}

const cases: readonly Case[] = [
  { name: "solve", f: (a, b) => linalg.solve(a, b), examples: [regular(3), any(3, 2)] },
  { name: "solve of vectors", f: (a, b) => linalg.solve(a, b), examples: [regular(3), any(3)] },
  { name: "solve of stacks", f: (a, b) => linalg.solve(a, b), examples: [regular(2), any(2, 2, 3)] },
  { name: "inv", f: (a) => linalg.inv(a), examples: [regular(3)] },
  {
    name: "solveTriangular",
    f: (a, b) => linalg.solveTriangular(a, b, { lower: true, trans: true }),
    examples: [regular(3), any(3, 2)],
  },
  {
    name: "solveBanded",
    f: (ab, b) => linalg.solveBanded([1, 1], add(ab, mul(9, eye(3, { m: 4 }))), b),
    examples: [any(3, 4), any(4)],
  },
  {
    name: "solveSylvester",
    f: (a, b, q) => linalg.solveSylvester(a, b, q),
    examples: [regular(2), regular(3), any(2, 3)],
  },
  { name: "cholesky", f: (a) => linalg.cholesky(a), examples: [symmetric(3)] },
  { name: "choSolve", f: (c, b) => linalg.choSolve(c, b), examples: [regular(3), any(3)] },
  { name: "det", f: (a) => linalg.det(a), examples: [any(3, 3)] },
  { name: "slogdet", f: (a) => linalg.slogdet(a)[1], examples: [regular(3)] },
  { name: "eigh", f: (a) => linalg.eigh(a), examples: [symmetric(3)] },
  { name: "eigvalsh", f: (a) => linalg.eigvalsh(a), examples: [symmetric(2)] },
  { name: "eig", f: (a) => linalg.eig(a).flatMap(({ re, im }) => [re, im]), examples: [apart(3)] },
  { name: "svd", f: (a) => linalg.svd(a, { fullMatrices: false }), examples: [any(3, 2)] },
  { name: "svdvals", f: (a) => linalg.svdvals(a), examples: [any(2, 3)] },
  { name: "qr", f: (a) => linalg.qr(a), examples: [any(3, 2)] },
  { name: "qr of wide matrices", f: (a) => linalg.qr(a), examples: [any(2, 4)] },
  { name: "lu", f: (a) => linalg.lu(a), examples: [regular(3)] },
  { name: "pinv", f: (a) => linalg.pinv(a), examples: [any(3, 2)] },
  { name: "lstsq", f: (a, b) => linalg.lstsq(a, b), examples: [any(4, 2), any(4)] },
  { name: "expm", f: (a) => linalg.expm(a), examples: [any(3, 3)] },
  { name: "logm", f: (a) => linalg.logm(a), examples: [symmetric(2)] },
  { name: "sqrtm", f: (a) => linalg.sqrtm(a), examples: [symmetric(3)] },
  { name: "matrixPower", f: (a) => linalg.matrixPower(a, -3), examples: [regular(2)] },
  { name: "norm", f: (a) => linalg.norm(a, { ord: 2 }), examples: [any(2, 3)] },
];

/** What linear algebra is made of, by the names that graphs show. */
const names = new Set(
  "solve solveTriangular solveBanded solveSylvester cholesky det slogdet eigh eig svd qr lu pinv expm logm sqrtm".split(
    " ",
  ),
);

const list = (ans: Tensor | readonly Tensor[]): readonly Tensor[] =>
  Array.isArray(ans) ? (ans as readonly Tensor[]) : [ans as Tensor];
const flat = (x: Tensor): number[] => [toArray(x)].flat(5) as number[];

/** Batched products add in another order than single ones: some ulps of values of size 1 to 100. */
function expectSame(got: Tensor | readonly Tensor[], want: Tensor | readonly Tensor[]): void {
  const [gots, wants] = [list(got), list(want)];
  expect(gots).toHaveLength(wants.length);
  gots.forEach((x, i) => {
    const [g, w] = [flat(x), flat(wants[i]!)];
    expect(g).toHaveLength(w.length);
    g.forEach((v, k) => expect(Math.abs(v - w[k]!) / (1 + Math.abs(w[k]!))).toBeLessThan(1e-9));
  });
}

/** What `f` gives for each example, each output stacked. */
function looped(f: Program, count: number, args: (n: number) => Nd[]): Tensor[] {
  const answers = Array.from({ length: count }, (_, n) => list(f(...args(n))));
  return answers[0]!.map((_, k) => stack(answers.map((all) => all[k]!)));
}

const batch = (example: Example, count: number): Nd =>
  stack(Array.from({ length: count }, (_, n) => example(n)));
/** A number that depends on every entry of the answers in its own way. */
const loss = (f: Program): ((...xs: Nd[]) => number) => (...xs) =>
    list(f(...xs)).map((y, i) => sum(mul(y, add(y, random(shapeOf(y), 3 + i)))) as Tensor).reduce((a, b) => add(a, b)) as number; // prettier-ignore
const shapeOf = (y: Tensor): readonly number[] => (typeof y === "number" ? [] : y.shape);

describe.each(cases)("$name under vmap", ({ f, examples }) => {
  const single = (n: number): Nd[] => examples.map((example) => example(n));

  test("equals the loop over the examples, with any of the arguments mapped", () => {
    for (let mapped = 1; mapped < 2 ** examples.length; mapped++) {
      const isMapped = (i: number): boolean => (mapped & (1 << i)) !== 0;
      const inAxes = examples.map((_, i) => (isMapped(i) ? 0 : null));
      const args = examples.map((example, i) => (isMapped(i) ? batch(example, 3) : example(0)));
      const each = (n: number): Nd[] => examples.map((example, i) => example(isMapped(i) ? n : 0));
      expectSame(vmap(f, { inAxes })(...args), looped(f, 3, each));
    }
  });

  test("is one call for all examples: as many nodes as for one", () => {
    const batches = examples.map((example) => batch(example, 5));
    const opsOf = (g: Program, xs: readonly Nd[]): string[] =>
      graph(g, ...xs).nodes.map(({ op }) => op).filter((op) => names.has(op)); // prettier-ignore
    const one = opsOf(f, single(0));
    expect(opsOf(vmap(f), batches)).toEqual(one);
    expect(one).not.toEqual([]);
  });

  test("nested, the outer one over the first argument, the inner one over the others or the same", () => {
    const rest = examples.slice(1);
    const rows = stack([batch(examples[0]!, 2), batch((n) => examples[0]!(n + 2), 2)]);
    const inner = vmap(f);
    const nested = vmap(inner, { inAxes: [0, ...rest.map(() => null)] });
    const others = rest.map((example) => batch(example, 2));
    const want = looped(inner, 2, (n) => [batch((k) => examples[0]!(2 * n + k), 2), ...others]);
    expectSame(nested(rows, ...others), want);
  });

  test("has the gradients of the single examples, inside and outside of grad", () => {
    const whole = examples.map((example) => batch(example, 2));
    const gradOf = (g: (...xs: Nd[]) => number): Program => (...xs) => vjp(g, ...xs)[1](1); // prettier-ignore
    const want = looped(gradOf(loss(f)), 2, single);
    expectSame(vmap(gradOf(loss(f)))(...whole), want);
    expectSame(gradOf((...xs) => sum(vmap(loss(f))(...xs)))(...whole), want);
  });
});

test("one matrix for many right-hand sides is factored once", () => {
  let count = 0;
  const lu: typeof reference.lu = (...args) => {
    count++;
    return reference.lu(...args);
  };
  withBackend({ lu }, () => vmap((b: Nd) => linalg.solve(regular(3)(0), b))(batch(any(3), 20)));
  expect(count).toBe(1);
});

test("a batch of vectors is not a matrix: each example is refused", () => {
  const vectors = batch(any(3), 3);
  expect(() => vmap((x: Nd) => linalg.inv(x))(vectors)).toThrow("inv: expected a matrix, or a stack of them, got [3].");
  expect(() => vmap((x: Nd) => linalg.svdvals(x))(vectors)).toThrow("svdvals: expected a matrix, or a stack of them, got [3].");
}); // prettier-ignore
