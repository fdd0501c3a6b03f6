/** Packs the entries of a view. */
import { collapse, walk } from "./layout.js";

type Data = Float64Array | Uint8Array;

interface Source {
  readonly data: Data;
  readonly shape: readonly number[];
  readonly stride: readonly number[];
  readonly offset: number;
}

/** A copy of the view's entries in row-major order, in new data of the same kind. */
export function pack({ data, shape, stride, offset }: Source): Data {
  const size = shape.reduce((product, n) => product * n, 1);
  const out = data.BYTES_PER_ELEMENT === 8 ? new Float64Array(size) : new Uint8Array(size);
  const layout = collapse(shape, [stride]);
  const depth = layout.shape.length - 1;
  const n = layout.shape[depth]!;
  const step = layout.strides[0]![depth]!;
  const at: [number] = [offset];
  let to = 0;
  walk(layout, depth, at, () => {
    for (let i = 0, from = at[0]; i < n; i++, from += step) out[to++] = data[from]!;
  });
  return out;
}
