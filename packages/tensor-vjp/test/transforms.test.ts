/** The transforms that build on vjp and jvp, on tensors. */
import {
  add, argmax, array, debugNans, div, exp, fixedPoint, getValue, ggnvp, grad, greater, hessian, hessianTensorProduct, hvp, jacobian, jvp, log, matmul, mul, replay, scoped, sin, sqrt, square, sub, sum, tanh, tensorJacobianProduct, toArray, vjp, vmap, where,
} from "@ndgrad/tensor-vjp"; // prettier-ignore
import type { Indices, Mask, Nd, Tensor } from "@ndgrad/tensor-vjp";

const a = array([[0.3, -0.2, 0.5], [0.1, 0.4, -0.3]]); // prettier-ignore
const x = array([0.2, -0.7, 1.1]);
const v = array([1, 0.5, -2]);

function expectClose(got: Tensor, want: Tensor, digits = 10): void {
  const [g, w] = [toArray(got), toArray(want)].map((t) => [t].flat(9)) as [number[], number[]];
  expect(g.length).toBe(w.length);
  g.forEach((y, i) => expect(y).toBeCloseTo(w[i]!, digits));
}

test("ggnvp multiplies by JᵀJ, and by JᵀHJ for a loss", () => {
  const f = (y: Tensor): Tensor => tanh(matmul(a, y));
  const j = jacobian(f)(x) as Nd;
  expectClose(ggnvp(f)(x, v), matmul(matmul(j.transpose(1, 0), j), v));
  const loss = (y: Tensor): number => sum(exp(y));
  const h = exp(f(x));
  expectClose(ggnvp(f, loss)(x, v), matmul(j.transpose(1, 0), mul(h, matmul(j, v))));
});

test("a fixed point has the derivatives of the function that it solves, to second order", () => {
  // x = (x + p/x)/2 is √p.
  const root = (p: number): number => fixedPoint((q: number, y: number) => mul(0.5, add(y, div(q, y))), p, 1);
  const p = 2.7;
  expect(root(p)).toBeCloseTo(Math.sqrt(p), 14);
  const [first, second] = [0.5 / Math.sqrt(p), -0.25 * p ** -1.5];
  expect(grad(root)(p)).toBeCloseTo(first, 12);
  expect(jvp(root, [p], [1])[1]).toBeCloseTo(first, 12);
  expect(grad(grad(root))(p)).toBeCloseTo(second, 10);
  expect(jvp(grad(root), [p], [1])[1]).toBeCloseTo(second, 10);
  expect(grad((q: number) => jvp(root, [q], [1])[1])(p)).toBeCloseTo(second, 10);
});

test("a fixed point over trees of parameters agrees with differentiating through the iterations", () => {
  const params = { w: array([[0.2, -0.1], [0.3, 0.1]]), b: array([0.5, -0.2]) }; // prettier-ignore
  const step = (p: typeof params, y: Tensor): Tensor => tanh(add(matmul(p.w, y), p.b));
  const implicit = (p: typeof params): number => sum(square(fixedPoint(step, p, array([0, 0]) as Tensor)));
  const unrolled = (p: typeof params): number => {
    let y: Tensor = array([0, 0]);
    for (let i = 0; i < 60; i++) y = step(p, y);
    return sum(square(y));
  };
  const [g, want] = [grad(implicit)(params), grad(unrolled)(params)];
  expectClose(g.w, want.w);
  expectClose(g.b, want.b);
});

test("an iteration that does not settle is an error with its last step", () => {
  expect(() => fixedPoint((p: number, y: number) => add(mul(p, y), 1), 2, 1, { maxIterations: 20 })).toThrow(
    "fixedPoint: expected to converge within 20 iterations, got a last step of",
  );
});

test("a replayed recording repeats the recorded calls and branches on other arguments", () => {
  let runs = 0;
  const f = (y: number, z: Tensor): { s: number; t: Tensor } => {
    runs++;
    return { s: sum(mul(z, getValue(y) > 0 ? sin(y) : y)), t: square(z) };
  };
  const [first, again] = replay(f, 0.5, x);
  expect(first.s).toBeCloseTo(Math.sin(0.5) * sum(x), 14);
  const other = again(-2, v);
  expect(other.s).toBeCloseTo(Math.sin(-2) * sum(v), 14);
  expectClose(other.t, square(v));
  expect(runs).toBe(1);
  expect(grad((y: number) => again(y, v).s)(0.3)).toBeCloseTo(Math.cos(0.3) * sum(v), 14);
});

test("debugNans names the op that made the NaN, its arguments and the line, forward", () => {
  const f = (y: Tensor): number => sum(log(sub(y, 1)));
  expect(Number.isNaN(f(array([2, 0.5])))).toBe(true);
  expect(() => debugNans(f)(array([2, 0.5]))).toThrow(
    /^log: expected no NaN, got one, called at .*transforms\.test\.ts:\d+:\d+, from\n {2}argument 0: \[2\] in \[-0\.5, 1\], from sub at .*transforms\.test\.ts/,
  );
  expect(debugNans(f)(array([2, 3]))).toBeCloseTo(Math.log(2), 15);
});

test("debugNans around a gradient watches the backward walk", () => {
  const f = (y: Tensor): number => sum(mul(sqrt(y), 0));
  expect(() => debugNans(grad(f))(array([0, 1]))).toThrow(/^(mul|div): expected no NaN, got one/);
  expect(() => debugNans(f)(array([0, 1]))).not.toThrow();
});

test("vmap of a gradient gives one gradient per example", () => {
  const loss = (w: Tensor, row: Tensor): number => square(sum(mul(w, tanh(row))));
  const rows = array([[1, 2, 3], [0.1, 0.2, 0.3], [-1, 0, 1]]); // prettier-ignore
  const each = vmap(grad(loss), { inAxes: [null, 0] })(x, rows);
  const byHand = [0, 1, 2].map((i) => toArray(grad(loss)(x, array(rows.pick(i, null)))));
  expectClose(each, array(byHand as number[][]));
});

test("vmap nests, maps other axes, and composes with jvp and hvp", () => {
  const rows = array([[1, 2, 3], [4, 5, 6]]); // prettier-ignore
  expectClose(vmap((c: Tensor) => sum(c), { inAxes: 1 })(rows), array([5, 7, 9]));
  expectClose(vmap((c: Tensor) => mul(c, 2), { inAxes: 1, outAxes: 1 })(rows), mul(rows, 2));
  const outer = vmap((p: number) => vmap((q: number) => mul(p, q))(array([1, 2, 3])) as Tensor)(
    array([10, 20]),
  );
  expectClose(outer, array([[10, 20, 30], [20, 40, 60]])); // prettier-ignore
  const f = (y: Tensor): Tensor => vmap((r: Tensor) => sin(sum(mul(r, y))))(rows);
  const [, t] = jvp(f, [x], [v]);
  expectClose(t, matmul(jacobian(f)(x), v));
  expectClose(
    hvp((y: Tensor) => sum(f(y)))(x, v),
    vjp(
      grad((y: Tensor) => sum(f(y))),
      x,
    )[1](v)[0],
  );
});

test("vmap refuses what it can't do, with the remedy", () => {
  expect(() => vmap((y: Tensor) => sum(y))(3)).toThrow(
    "vmap: expected an array with an axis of examples, got a number.",
  );
  expect(() => vmap((y: Tensor, z: Tensor) => add(y, z))(x, array([1, 2]))).toThrow(
    "expected one number of examples, got 3 and 2.",
  );
  expect(() => vmap((y: Tensor) => y, { inAxes: null })(x)).toThrow(
    "expected an argument to map over, got none.",
  );
  expect(() => vmap((y: Tensor) => getValue(y))(x)).toThrow("getValue: expected one value, got a batch");
  expect(() => vmap((y: Tensor, z: Tensor) => add(y, z), { inAxes: [0] })(x, x)).toThrow(
    "expected inAxes for 2 arguments, got 1.",
  );
});

test("tensor products with Jacobian and Hessian are those with the whole matrices", () => {
  const f = (y: Tensor): Tensor => mul(y, sum(square(y)));
  const loss = (y: Tensor): number => sum(mul(square(y), y));
  const v = array([0.3, -2, 1]);
  const y = array([1, 2, -1]);
  expectClose(tensorJacobianProduct(f)(y, v), matmul(v, jacobian(f)(y)));
  expectClose(tensorJacobianProduct(f)(y, 2), mul(2, jacobian(f)(y)));
  expectClose(hessianTensorProduct(loss)(y, v), matmul(hessian(loss)(y), v));
  const rows = array([[1, 2, 0.5], [0.1, -1, 1]]); // prettier-ignore
  // The Hessian of Σ r³ is 6 r on its diagonal.
  const each = hessianTensorProduct(loss)(rows, array([1, 1, 1]));
  expectClose(sum(each, { axis: -1 }), array([[6 * 3.5, 0], [0, 6 * 0.1]])); // prettier-ignore
});

test("masks and positions in trees of arguments and results pass through", () => {
  const p = { w: x, mask: greater(x, 0) };
  const masked = (q: typeof p): number => sum(where(q.mask, square(q.w), 0));
  expectClose(grad(masked)(p).w, array([0.4, 0, 2.2]));
  expect(grad(masked)(p).mask).toBe(p.mask);
  const predicting = (y: Nd): [number, { best: Indices; above: Mask }] => [
    sum(y),
    { best: argmax(y, { axis: 0, keepdims: true }), above: greater(y, 0) },
  ];
  const [, { best, above }] = grad(predicting, { hasAux: true })(x);
  expect([toArray(best), toArray(above)]).toEqual([[2], [1, 0, 1]]);
  expect(toArray(scoped((y: Nd) => greater(grad(predicting, { hasAux: true })(y)[0], 0))(x))).toEqual([
    1, 1, 1,
  ]);
});

test("vmap hands on a mask that is the same for all examples, and refuses one that it can't tell apart", () => {
  const mask = greater(x, 0);
  const f = (m: Mask, y: Nd): number => sum(where(m, y, 0));
  expect(toArray(vmap(f, { inAxes: [null, 0] })(mask, a))).toEqual([0.3 + 0.5, 0.1 - 0.3]);
  expect(() => vmap(f)(mask, a)).toThrow("that holds values at tree");
});
