/** Transforms in the memory of the WebAssembly backend. */
import { createTraceMemory, memory, wasm } from "@ndgrad/backend-wasm";
import { ArenaArray, reference } from "@ndgrad/kernels";
import type { Backend } from "@ndgrad/kernels";
import { add, array, exp, full, grad, matmul, mul, ones, scoped, setBackend, sin, square, sub, sum, tanh, toArray, toBackend, valueAndGrad, withBackend } from "@ndgrad/tensor-vjp"; // prettier-ignore
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import ndarray from "ndarray";
import { wasmMemory } from "../packages/backend-wasm/src/module/memory.js";

beforeAll(() => setBackend(wasm));

const x = array(Array.from({ length: 64 }, (_, i) => 0.05 * i - 1.3));
const loss = (y: Tensor): number => sum(mul(sin(y), exp(tanh(y))));
const known = (() => {
  setBackend({});
  const answer = toArray(grad(loss)(x)) as number[];
  setBackend(wasm);
  return answer;
})();
const expectKnown = (g: Tensor): void =>
  (toArray(g) as number[]).forEach((v, i) => expect(v).toBeCloseTo(known[i]!, 13));

test("results of a transform are in ordinary memory", () => {
  const g = grad(loss)(x) as Nd;
  expect(memory.owns(g.data)).toBe(false);
  expectKnown(g);
  expect(memory.used()).toBe(0);
});

test("20,000 steps leave the memory as it was", () => {
  const step = valueAndGrad((w: Tensor) => sum(square(tanh(mul(w, x)))));
  let w: Tensor = array(x);
  for (let i = 0; i < 20_000; i++) w = sub(w, mul(1e-3, step(w)[1]));
  expect(memory.used()).toBe(0);
});

test("steps in one synchronous loop need no more memory the longer it runs", () => {
  const c = toBackend(full([20], 0.5));
  const step = scoped((v: Nd) => sub(v, mul(0.1, grad((u: Tensor) => sum(square(sub(u, c))))(v))));
  let w = ones([20]);
  const afterBatch = Array.from({ length: 20 }, () => {
    for (let i = 0; i < 1000; i++) w = step(w);
    return process.memoryUsage.rss();
  });
  // In the first half, code is compiled and the heap settles. If the heap grows once more, the median is unaffected.
  const growth = afterBatch.slice(10).map((bytes, i) => (bytes - afterBatch[9 + i]!) / 1000);
  // Bytes per step. An array of 20 numbers that stayed would be 160.
  expect(growth.sort((a, b) => a - b)[growth.length >> 1]).toBeLessThan(80);
  expect(memory.used()).toBe(0);
  expect(w.get(0)).toBeCloseTo(0.5, 14);
});

test("the memory never changes its size, so no view of it is ever detached", () => {
  const view = memory.allocate(4);
  expect(() => wasmMemory!.grow(1)).toThrow(RangeError);
  expect(view.length).toBe(4);
  memory.release();
});

test("with poison, a reclaimed array that someone kept reads NaN", () => {
  let kept: ArenaArray | undefined;
  const poisoned = createTraceMemory({ poison: true });
  const keeping: Backend["add"] = (out, a, b) => {
    if (out instanceof ArenaArray) kept = out;
    reference.add(out, a, b);
  };
  withBackend({ ...wasm, add: keeping, memory: poisoned }, () =>
    grad((y: Tensor) => sum(mul(add(y, 1), y)))(x),
  );
  expect(kept!.size).toBe(64);
  expect(kept!.data.every(Number.isNaN)).toBe(true);
});

test("an exception midway releases the memory, and the next transform is right", () => {
  const bad = (y: Tensor): number => sum(matmul(exp(y), array([[1, 2]])));
  expect(() => grad(bad)(x)).toThrow("matmul: expected");
  expect(memory.used()).toBe(0);
  expectKnown(grad(loss)(x));
});

test("the function that a transform runs can neither release the transform's memory nor allocate from it", () => {
  const before = memory.mark();
  const running = (f: () => void) => () => grad((y: Tensor) => (f(), sum(tanh(y))))(x);
  expect(running(() => memory.release(before))).toThrow(
    "memory.release: expected no transform to be running, got one, whose arrays are in the arena. Release before it begins or after it has ended.",
  );
  expect(running(() => memory.allocate(4))).toThrow("Use memory.pin or an ordinary Float64Array.");
  expect(memory.allocate(4).length).toBe(4);
  memory.release(before);
  expectKnown(grad(loss)(x));
});

test("a trace that outgrows the memory continues in ordinary memory", () => {
  const before = memory.mark();
  for (let n = 2 ** 26; n >= 16; n /= 2) while (memory.fits(n)) memory.allocate(n);
  expectKnown(grad(loss)(x));
  expect(() => memory.allocate(2 ** 20)).toThrow(/^memory.allocate: expected a length up to/);
  memory.release(before);
  expectKnown(grad(loss)(x));
});

test("an array allocated in the memory stays there, and a write to it is seen at once", () => {
  const before = memory.mark();
  const placed = ndarray(memory.allocate(64), [64]);
  placed.data.set(x.data);
  expectKnown(grad(loss)(placed));
  placed.set(0, 9);
  expect(loss(placed)).toBeCloseTo(loss(add(placed, 0)), 13);
  expect(placed.get(1)).toBe(x.get(1));
  const g = grad((y: Tensor) => sum(mul(y, placed)))(x) as Nd;
  expect(g.get(0)).toBe(9);
  memory.release(before);
});

test("arrays moved to the backend are read in place, survive a release of memory, and can be written to", () => {
  const before = memory.used();
  const data = toBackend(x);
  expect(data.data).not.toBe(x.data);
  expect(memory.owns(data.data)).toBe(true);
  expectKnown(grad(loss)(data));
  expect(memory.used()).toBe(before);
  const g = grad((y: Tensor) => sum(mul(y, data)));
  expect(toArray(g(x) as Nd)).toEqual(toArray(x));
  // `data` is not copied, so a write to it is seen.
  data.set(0, 100);
  expect((g(x) as Nd).get(0)).toBe(100);
  grad((y: Tensor) => {
    const inside = toBackend(x);
    const z = sum(mul(y, inside));
    expect(toArray(inside)).toEqual(toArray(x));
    return z;
  })(x);
  expect(memory.used()).toBe(before);
  expect(data.get(0)).toBe(100);
  expect(data.get(63)).toBe(x.get(63));
});

test("an array that does not fit in the backend's memory is put in ordinary memory", () => {
  const before = memory.mark();
  for (let n = 2 ** 26; n >= 16; n /= 2) while (memory.fits(n)) memory.allocate(n);
  const data = toBackend(x);
  memory.release(before);
  expect(memory.owns(data.data)).toBe(false);
  expectKnown(grad(loss)(data));
});

test("a user's array that is written to between two uses is read again", () => {
  const c = array(x) as Nd;
  const g = grad((y: Tensor) => {
    const first = sum(mul(y, c));
    c.set(0, 100);
    return add(first, sum(mul(y, c)));
  })(x) as Nd;
  expect(c.get(0)).toBe(100);
  // The backward walk reads the current entries: copying arrays that are not differentiated would be wasted work.
  expect(g.get(0)).toBe(200);
  expect(g.get(1)).toBe(2 * x.get(1));
});
