/** Gather and scatter: copies of blocks addressed by their offsets. */
import type { BlockMove } from "../signatures.js";
import { rowMajor } from "../view.js";
import { copy } from "./copy.js";
import { collapse, walk } from "../layout.js";
import type { View } from "../layout.js";
import { loops } from "./loops.generated.js";
import type { Data } from "./loops.js";
import { blocksOverlap, unaliasedBlocks } from "../overlap.js";

export const gather: BlockMove = (out, x, offsets) => {
  const [step = 0, ...stride] = out.stride;
  if (blocksOverlap(x, offsets, out)) {
    const temporary = rowMajor(new Float64Array(out.size), out.shape);
    gather(temporary, x, offsets);
    copy(out, temporary);
  } else if (x.size === 1) {
    for (let k = 0; k < offsets.length; k++)
      out.data[out.offset + k * step] = x.data[x.offset + offsets[k]!]!;
  } else {
    const move = blockMove(put, x.shape, { ...view(out), stride }, x);
    for (let k = 0; k < offsets.length; k++) move(k * step, offsets[k]!);
  }
};

export const scatter: BlockMove = (out, input, offsets) => {
  const x = unaliasedBlocks(out, offsets, input);
  const [step = 0, ...stride] = x.stride;
  if (out.size === 1) {
    for (let k = 0; k < offsets.length; k++)
      out.data[out.offset + offsets[k]!] = x.data[x.offset + k * step]!;
  } else {
    const move = blockMove(put, out.shape, out, { ...view(x), stride });
    for (let k = 0; k < offsets.length; k++) move(offsets[k]!, k * step);
  }
};

export const scatterAdd: BlockMove = (out, input, offsets) => {
  const x = unaliasedBlocks(out, offsets, input);
  const [step = 0, ...stride] = x.stride;
  if (out.size === 1) {
    for (let k = 0; k < offsets.length; k++)
      out.data[out.offset + offsets[k]!]! += x.data[x.offset + k * step]!;
  } else {
    const move = blockMove(add, out.shape, out, { ...view(x), stride });
    for (let k = 0; k < offsets.length; k++) move(offsets[k]!, k * step);
  }
};

const put: Move = (n, o, to, oS, x, from, xS) => loops.copy.block(1, n, o, to, 0, oS, x, from, 0, xS);
const add: Move = (n, o, to, oS, x, from, xS) =>
  loops.add.block(1, n, o, to, 0, oS, o, to, 0, oS, x, from, 0, xS);

/** Moves a row of n entries of x to o. */
type Move = (n: number, o: Data, to: number, oS: number, x: Data, from: number, xS: number) => void;

/** A function that moves the block of `x` at `xShift` to the block of `out` at `outShift`. */
function blockMove(move: Move, shape: readonly number[], out: View, x: View) {
  const layout = collapse(shape, [out.stride, x.stride]);
  const depth = layout.shape.length - 1;
  const n = layout.shape[depth]!;
  const [oS, xS] = [layout.strides[0]![depth]!, layout.strides[1]![depth]!];
  return (outShift: number, xShift: number): void => {
    const at: [number, number] = [out.offset + outShift, x.offset + xShift];
    walk(layout, depth, at, () => move(n, out.data, at[0], oS, x.data, at[1], xS));
  };
}

// Spreading an ndarray would read more than these fields.
const view = ({ data, shape, stride, offset }: View): View => ({ data, shape, stride, offset });
