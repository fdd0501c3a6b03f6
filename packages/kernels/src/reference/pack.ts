/** The entries of a view as contiguous row-major data. */
import type { NdF64, NdU8 } from "../kernels.js";
import { collapse, walk } from "./layout.js";

/** A fresh array of the same kind that holds the entries of `x` in row-major order. */
export function packed(x: NdF64 | NdU8): Float64Array | Uint8Array {
  const data = x.data.BYTES_PER_ELEMENT === 8 ? new Float64Array(x.size) : new Uint8Array(x.size);
  const layout = collapse(x.shape, [x.stride]);
  const depth = layout.shape.length - 1;
  const n = layout.shape[depth]!;
  const step = layout.strides[0]![depth]!;
  const at = [x.offset];
  let to = 0;
  walk(layout, depth, at, () => {
    for (let i = 0, from = at[0]!; i < n; i++, from += step) data[to++] = x.data[from]!;
  });
  return data;
}
