import { kernels, reference, setBackend, withBackend } from "@ndgrad/kernels";
import type { Backend, NdF64 } from "@ndgrad/kernels";
import ndarray from "ndarray";

afterEach(() => setBackend({}));

test("a backend's kernels are used until another is set, and what it lacks is the reference's", () => {
  const exp: Backend["exp"] = (out, x) => reference.exp(out, x);
  setBackend({ exp });
  expect(kernels().exp).toBe(exp);
  expect(kernels().log).toBe(reference.log);
  setBackend({});
  expect(kernels().exp).toBe(reference.exp);
});

test("a backend that has a function of its own is asked for it where its slope is wanted with it", () => {
  const both = ndarray(new Float64Array(4), [2, 2]);
  const x = ndarray(Float64Array.of(0, 1));
  setBackend({ tanh: (out) => reference.copy(out, 0.25), sigmoid: (out) => reference.copy(out, 0.25) });
  kernels().tanhAndSlope(both, x);
  expect(both.data).toEqual(Float64Array.of(0.25, 0.25, 0.9375, 0.9375));
  kernels().sigmoidAndSlope(both, x);
  expect(both.data).toEqual(Float64Array.of(0.25, 0.25, 0.1875, 0.1875));
  kernels().softplusAndSlope(both, x);
  expect(both.data).toEqual(Float64Array.of(Math.LN2, 1 + Math.log1p(Math.exp(-1)), 0.25, 0.25));
  setBackend({ tanhAndSlope: (out) => reference.copy(out, 2) });
  kernels().tanhAndSlope(both, x);
  expect(both.data).toEqual(Float64Array.of(2, 2, 2, 2));
});

test("a kernel of a function and its slope gives way to another function in front of it", () => {
  const both = ndarray(new Float64Array(4), [2, 2]);
  const x = ndarray(Float64Array.of(0, 1));
  const tanh: Backend["tanh"] = (out) => reference.copy(out, 0.5);
  const tanhAndSlope = Object.assign((out: NdF64) => reference.copy(out, 3), {
    parts: [tanh, reference.tanhSlope] as const,
  });
  setBackend({ tanh, tanhAndSlope });
  expect(kernels().tanhAndSlope).toBe(tanhAndSlope);
  setBackend({ tanhAndSlope, tanh: (out) => reference.copy(out, 0.25) });
  kernels().tanhAndSlope(both, x);
  expect(both.data).toEqual(Float64Array.of(0.25, 0.25, 0.9375, 0.9375));
});

test("withBackend goes back to what was in use before, after an exception too", () => {
  const exp: Backend["exp"] = (out, x) => reference.exp(out, x);
  expect(withBackend({ exp }, () => kernels().exp)).toBe(exp);
  expect(() =>
    withBackend({ exp }, () => {
      throw new Error("midway");
    }),
  ).toThrow("midway");
  expect(kernels().exp).toBe(reference.exp);
});

test("what is no backend is refused, and what was in use stays", () => {
  const set = (given: unknown) => () => setBackend(given as Backend);
  expect(set(null)).toThrow("setBackend: expected an object of kernels, got null. {} is the reference.");
  expect(set({ matmull: reference.matmul })).toThrow(
    "setBackend: expected kernels by the names of Kernels, got matmull.",
  );
  expect(set({ exp: 3 })).toThrow(
    "setBackend: expected exp to be of type function, got 3. Leave out what there is not.",
  );
  expect(kernels().exp).toBe(reference.exp);
});
