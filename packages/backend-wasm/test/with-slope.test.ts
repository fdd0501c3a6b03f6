import "./ask-for-relaxed-simd.js";
import { memory, wasm, wasmPlain } from "@ndgrad/backend-wasm";
import { kernels, reference, withBackend } from "@ndgrad/kernels";
import type { Kernels, NdF64 } from "@ndgrad/kernels";
import ndarray from "ndarray";
import { unaryDomains } from "./domains.js";
import { ulpsFrom } from "./mpfr.js";
import { points } from "./points.js";

const start = memory.mark();
afterEach(() => memory.release(start));

function resident(entries: Float64Array, shape: number[]): NdF64 {
  const data = memory.allocate(entries.length);
  data.set(entries);
  return ndarray(data, shape);
}

const names = ["tanh", "sigmoid", "softplus"] as const;
const builds = names.flatMap((name) => [
  ["plain", name, wasmPlain] as const,
  ["relaxed", name, wasm] as const,
]);

describe.each(builds)("of the %s build, %s with its slope", (_build, name, backend) => {
  const x = points(100_001, unaryDomains[name]!);
  const n = x.length;
  const both = (): NdF64 => {
    const out = resident(new Float64Array(2 * n), [2, n]);
    backend[`${name}AndSlope`]!(out, resident(x, [n]));
    return out;
  };

  test("is to the last digit what it is alone", () => {
    const alone = resident(new Float64Array(n), [n]);
    backend[name]!(alone, resident(x, [n]));
    const { data } = both();
    expect(x.filter((_, i) => !Object.is(data[i], alone.data[i]))).toEqual(new Float64Array(0));
  });

  test("has a slope within two units in the last place of MPFR", () => {
    const slope = both().data.subarray(n);
    let worst: { ulps: number; at: number | undefined } = { ulps: 0, at: undefined };
    slope.forEach((got, i) => {
      const ulps = ulpsFrom(`${name}Slope`, [x[i]!], got);
      if (!(ulps <= worst.ulps)) worst = { ulps, at: x[i] };
    });
    expect({ ...worst, isNear: worst.ulps <= 2 }).toEqual({ ...worst, isNear: true });
  });
});

test("gives way to a function that is put in front of the backend", () => {
  let calls = 0;
  const both = resident(new Float64Array(64), [2, 32]);
  const tanh: Kernels["tanh"] = (out, x) => {
    calls++;
    reference.tanh(out, x);
  };
  withBackend({ ...wasm, tanh }, () => kernels().tanhAndSlope(both, resident(new Float64Array(32), [32])));
  expect(calls).toBe(1);
  expect(withBackend(wasm, () => kernels().tanhAndSlope)).toBe(wasm.tanhAndSlope);
});
