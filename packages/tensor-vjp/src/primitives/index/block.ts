/** Blocks of an array: some axes fixed at one position, others read in steps. */
import { stridedView } from "@ndgrad/kernels";
import type { Nd, Shape } from "../../tensor.js";

/** `n` entries along an axis, every `step`th from `start` on. Axis −1 is one that the array does not have. */
export interface Run {
  readonly axis: number;
  readonly start: number;
  readonly step: number;
  readonly n: number;
}

/** A new axis of size 1. */
export const NEW_AXIS: Run = { axis: -1, start: 0, step: 0, n: 1 };

/** One position along an axis, which is dropped. */
export interface Fixed {
  readonly axis: number;
  readonly at: number;
}

/** The view at the `fixed` positions with an axis for each of `runs`; other axes stay at position 0. */
export function blockOf(fixed: readonly Fixed[], runs: readonly Run[]): (x: Nd) => Nd {
  const shape: Shape = runs.map(({ n }) => n);
  return (x) => {
    let offset = x.offset;
    for (const f of fixed) offset += f.at * x.stride[f.axis]!;
    for (const r of runs) offset += r.start * (x.stride[r.axis] ?? 0);
    const stride = runs.map((r) => r.step * (x.stride[r.axis] ?? 0));
    return stridedView(x, shape, stride, offset);
  };
}
