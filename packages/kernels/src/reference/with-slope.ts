/** A function and its slope, one after the other in one destination. */
import type { Elementwise, NdF64, Parts, WithSlopeKernel } from "../kernels.js";
import { withSlope } from "../scalar.js";
import type { WithSlopeName } from "../scalar.js";
import { viewOf } from "../view.js";
import { unaliased } from "./overlap.js";

/** By the kernels of its parts. */
export function inParts(name: WithSlopeName, kernels: Elementwise): WithSlopeKernel {
  const [value, slope] = withSlope[name];
  const run = (out: NdF64, given: NdF64): void => {
    const x = unaliased(out, given);
    const answer = half(out, 0);
    kernels[value](answer, x);
    if (slope === "sigmoid") kernels[slope](half(out, 1), x);
    else kernels[slope](half(out, 1), answer, x);
  };
  return Object.assign(run, { parts: partsOf(name, kernels) });
}

/** The kernels that a kernel of both stands for. */
export function partsOf(name: WithSlopeName, kernels: Elementwise): Parts {
  const [value, slope] = withSlope[name];
  return [kernels[value], kernels[slope]];
}

function half(out: NdF64, i: 0 | 1): NdF64 {
  return viewOf(out, out.shape.slice(1), out.stride.slice(1), out.offset + i * out.stride[0]!);
}
