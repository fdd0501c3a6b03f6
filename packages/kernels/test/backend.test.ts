import { kernels, reference, setBackend, withBackend } from "@ndgrad/kernels";
import type { Backend, Kernels, NdF64 } from "@ndgrad/kernels";

afterEach(() => setBackend({}));

test("a backend's kernels are used until another is set, and the reference supplies what it lacks", () => {
  const exp: Backend["exp"] = (out, x) => reference.exp(out, x);
  setBackend({ exp });
  expect(kernels().exp).toBe(exp);
  expect(kernels().log).toBe(reference.log);
  setBackend({});
  expect(kernels().exp).toBe(reference.exp);
});

test("a wrapper of a kernel does not inherit its andSlope", () => {
  const tanh: Kernels["tanh"] = Object.assign((out: NdF64, x: NdF64) => reference.tanh(out, x), {
    andSlope: () => undefined,
  });
  setBackend({ tanh });
  expect(kernels().tanh.andSlope).toBe(tanh.andSlope);
  setBackend({ ...{ tanh }, tanh: (out) => reference.copy(out, 0.25) });
  expect(kernels().tanh.andSlope).toBeUndefined();
  setBackend({});
  expect(kernels().tanh.andSlope).toBeUndefined();
});

test("withBackend restores the previous backend, even after an exception", () => {
  const exp: Backend["exp"] = (out, x) => reference.exp(out, x);
  expect(withBackend({ exp }, () => kernels().exp)).toBe(exp);
  expect(() =>
    withBackend({ exp }, () => {
      throw new Error("midway");
    }),
  ).toThrow("midway");
  expect(kernels().exp).toBe(reference.exp);
});

test("an invalid backend is refused, and the previous one stays in use", () => {
  const set = (given: unknown) => () => setBackend(given as Backend);
  expect(set(null)).toThrow("setBackend: expected an object of kernels, got null. {} is the reference.");
  expect(set({ matmull: reference.matmul })).toThrow(
    "setBackend: expected kernels by the names of Kernels, got matmull.",
  );
  expect(set({ exp: 3 })).toThrow(
    "setBackend: expected exp to be of type function, got 3. Omit the kernels that you don't implement.",
  );
  expect(kernels().exp).toBe(reference.exp);
});
