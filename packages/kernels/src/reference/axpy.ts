/** A multiple of one array added to another. */
import type { Axpy } from "../signatures.js";
import { unaliasedEntries } from "../overlap.js";
import { collapse, walk } from "../layout.js";

export const axpy: Axpy = (out, a, given) => {
  const x = unaliasedEntries(out, given);
  const layout = collapse(out.shape, [out.stride, x.stride]);
  const last = layout.shape.length - 1;
  const n = layout.shape[last]!;
  const [toStep, fromStep] = [layout.strides[0]![last]!, layout.strides[1]![last]!];
  const [o, data] = [out.data, x.data];
  const at: [number, number] = [out.offset, x.offset];
  walk(layout, last, at, () => {
    for (let i = 0, to = at[0], from = at[1]; i < n; i++, to += toStep, from += fromStep)
      o[to] = o[to]! + a * data[from]!;
  });
};
