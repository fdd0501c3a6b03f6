/** A function and its slope, one after the other in one destination. */
import type { Elementwise, NdF64 } from "../kernels.js";
import { withSlope } from "../scalar.js";
import type { WithSlopeName } from "../scalar.js";
import { viewOf } from "../view.js";
import { unaliased } from "./overlap.js";

/** By the kernels of its parts. */
export function inParts(name: WithSlopeName, kernels: Elementwise): (out: NdF64, x: NdF64) => void {
  const [value, slope] = withSlope[name];
  return (out, given) => {
    const x = unaliased(out, given);
    const answer = half(out, 0);
    kernels[value](answer, x);
    if (slope === "sigmoid") kernels[slope](half(out, 1), x);
    else kernels[slope](half(out, 1), answer, x);
  };
}

function half(out: NdF64, i: 0 | 1): NdF64 {
  return viewOf(out, out.shape.slice(1), out.stride.slice(1), out.offset + i * out.stride[0]!);
}
