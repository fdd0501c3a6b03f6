/** Copies: whole, and of blocks named by their offsets. */
import type { Moves, NdF64 } from "../kernels.js";
import { collapse, walk } from "./layout.js";
import { unaliased } from "./overlap.js";

export const moves: Moves = {
  copy(out, x) {
    if (typeof x === "number") return eachRow(out, out, 0, 0, (n, data, to, toStep) => {
      for (let i = 0; i < n; i++, to += toStep) data[to] = x;
    });
    const source = unaliased(out, x);
    eachRow(out, source, 0, 0, (n, data, to, toStep, from, fromStep) => {
      for (let i = 0; i < n; i++, to += toStep, from += fromStep) data[to] = source.data[from]!;
    });
  },
  gather(out, x, offsets) {
    const source = unaliased(out, x);
    const block = { ...pick(out), offset: out.offset };
    offsets.forEach((shift, k) => {
      eachRow(block, source, k * (out.stride[0] ?? 0), shift, (n, data, to, toStep, from, fromStep) => {
        for (let i = 0; i < n; i++, to += toStep, from += fromStep) data[to] = source.data[from]!;
      });
    });
  },
  scatterAdd(out, x, offsets) {
    const source = unaliased(out, x);
    const block = { ...pick(source), offset: source.offset };
    offsets.forEach((shift, k) => {
      eachRow(out, block, shift, k * (source.stride[0] ?? 0), (n, data, to, toStep, from, fromStep) => {
        for (let i = 0; i < n; i++, to += toStep, from += fromStep) data[to]! += block.data[from]!;
      });
    });
  },
};

type View = Pick<NdF64, "data" | "shape" | "stride" | "offset">;
type Row = (n: number, data: Float64Array, to: number, toStep: number, from: number, fromStep: number) => void;

function eachRow(out: View, x: View, outShift: number, xShift: number, row: Row): void {
  const layout = collapse(out.shape, [out.stride, x.stride]);
  const depth = layout.shape.length - 1;
  const at = [out.offset + outShift, x.offset + xShift];
  walk(layout, depth, at, () => {
    row(layout.shape[depth]!, out.data, at[0]!, layout.strides[0]![depth]!, at[1]!, layout.strides[1]![depth]!);
  });
}

/** The first block along the first dimension. */
function pick(x: View): View {
  return { data: x.data, offset: x.offset, shape: x.shape.slice(1), stride: x.stride.slice(1) };
}
