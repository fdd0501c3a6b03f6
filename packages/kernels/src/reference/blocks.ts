/** Moves of blocks that are named by their offsets. */
import ndarray from "ndarray";
import type { Moves } from "../kernels.js";
import { copy } from "./copy.js";
import { collapse, walk } from "./layout.js";
import type { View } from "./layout.js";
import { compileLoops } from "./loops.js";
import { blocksMeet, unaliasedBlocks } from "./overlap.js";

export const gather: Moves["gather"] = (out, x, offsets) => {
  const [step = 0, ...stride] = out.stride;
  if (blocksMeet(x, offsets, out)) {
    const aside = ndarray(new Float64Array(out.size), out.shape.slice());
    gather(aside, x, offsets);
    copy(out, aside);
  } else if (x.size === 1) {
    for (let k = 0; k < offsets.length; k++)
      out.data[out.offset + k * step] = x.data[x.offset + offsets[k]!]!;
  } else {
    const move = blockMove(put, x.shape, { ...view(out), stride }, x);
    for (let k = 0; k < offsets.length; k++) move(k * step, offsets[k]!);
  }
};

export const scatter: Moves["scatter"] = (out, input, offsets) => {
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

export const scatterAdd: Moves["scatterAdd"] = (out, input, offsets) => {
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

const put = compileLoops("put", (_before: number, x: number) => x, 2, 4);
const add = compileLoops("scatterAdd", (before: number, x: number) => before + x, 2, 4);

/** Moves the block of `x` that is `xShift` away to where the block of `out` is `outShift` away. */
function blockMove(loops: typeof put, shape: readonly number[], out: View, x: View) {
  const layout = collapse(shape, [out.stride, x.stride]);
  const depth = layout.shape.length - 1;
  const n = layout.shape[depth]!;
  const [oS, xS] = [layout.strides[0]![depth]!, layout.strides[1]![depth]!];
  return (outShift: number, xShift: number): void => {
    const at: [number, number] = [out.offset + outShift, x.offset + xShift];
    walk(layout, depth, at, () => {
      const [to, from] = at;
      if (n >= 16 && oS === 1 && xS === 1) {
        loops.rows(1, n, out.data, to, 0, out.data, to, 0, x.data, from, 0, 0, 0, 0);
      } else loops.block(1, n, out.data, to, 0, oS, out.data, to, 0, oS, x.data, from, 0, xS, 0, 0, 0, 0);
    });
  };
}

// A spread of an ndarray would look at all that its prototype has.
const view = ({ data, shape, stride, offset }: View): View => ({ data, shape, stride, offset });
