import "./ask-for-relaxed-simd.js";
import { memory, wasm, wasmPlain } from "@ndgrad/backend-wasm";
import type { NdF64 } from "@ndgrad/kernels";
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
  const both = () => {
    const [out, slope] = [resident(new Float64Array(n), [n]), resident(new Float64Array(n), [n])];
    backend[name]!.andSlope!(out, slope, resident(x, [n]));
    return { out, slope };
  };

  test("has exactly the answer of the kernel alone", () => {
    const alone = resident(new Float64Array(n), [n]);
    backend[name]!(alone, resident(x, [n]));
    const { data } = both().out;
    expect(x.filter((_, i) => !Object.is(data[i], alone.data[i]))).toEqual(new Float64Array(0));
  });

  test("has a slope within two units in the last place of MPFR", () => {
    const slope = both().slope.data;
    let worst: { ulps: number; at: number | undefined } = { ulps: 0, at: undefined };
    slope.forEach((got, i) => {
      const ulps = ulpsFrom(`${name}Slope`, [x[i]!], got);
      if (!(ulps <= worst.ulps)) worst = { ulps, at: x[i] };
    });
    expect({ ...worst, isNear: worst.ulps <= 2 }).toEqual({ ...worst, isNear: true });
  });
});

test("andSlope of ordinary and overlapping arrays runs the kernel and then its slope", () => {
  const x = ndarray(Float64Array.from({ length: 40 }, (_, i) => i / 8 - 2));
  const wanted = x.data.map((v) => Math.tanh(v));
  const slope = ndarray(new Float64Array(40));
  wasmPlain.tanh!.andSlope!(x, slope, x);
  wanted.forEach((y, i) => {
    expect(x.get(i)).toBeCloseTo(y, 14);
    expect(slope.get(i)).toBeCloseTo(1 - y * y, 14);
  });
});
