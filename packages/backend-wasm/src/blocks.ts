/** Moves of blocks that are named by their offsets, where all of them are in the memory of the kernels. */
import { isContiguous } from "@ndgrad/kernels";
import type { Moves, NdF64 } from "@ndgrad/kernels";
import { addressOf } from "./address.js";
import { extent } from "./layout.js";
import type { Run } from "./module/load.js";
import { copyPlaces, emptyScratch } from "./scratch.js";

type Move = Moves["gather"];

/** `run(count, n, out, outRow, x, offsets)` */
export function gatherKernel(run: Run, fallback: Move): Move {
  return (out, x, offsets) => {
    const at = ready(out, x, offsets);
    if (at === 0) fallback(out, x, offsets);
    else run(offsets.length, x.size, addressOf(out), 8 * out.stride[0]!, addressOf(x), at);
  };
}

/** `run(count, n, out, x, xRow, offsets)` */
export function scatterKernel(run: Run, fallback: Move): Move {
  return (out, x, offsets) => {
    const at = ready(x, out, offsets);
    if (at === 0) fallback(out, x, offsets);
    else run(offsets.length, out.size, addressOf(out), addressOf(x), 8 * x.stride[0]!, at);
  };
}

/** Address of the offsets, or 0 where `all`, blocks in a row, and `block` do not lie as they must. */
function ready(all: NdF64, block: NdF64, offsets: Int32Array): number {
  if (addressOf(all) === 0 || addressOf(block) === 0) return 0;
  if (!isContiguous(block) || !isContiguous({ shape: block.shape, stride: all.stride.slice(1) })) return 0;
  if (blocksMeet(block, offsets, all)) return 0;
  emptyScratch();
  return copyPlaces(offsets);
}

/** Whether `all` may share an entry with the blocks that lie `offsets` from `block`. */
function blocksMeet(block: NdF64, offsets: Int32Array, all: NdF64): boolean {
  let least = 0;
  let most = 0;
  for (let k = 0; k < offsets.length; k++) {
    const offset = offsets[k]!;
    if (offset < least) least = offset;
    if (offset > most) most = offset;
  }
  const [first, end] = extent(all);
  const from = addressOf(block) + 8 * least;
  const to = addressOf(block) + 8 * (most + block.size);
  const begin = addressOf(all) - 8 * all.offset;
  return begin + 8 * first < to && from < begin + 8 * end;
}
