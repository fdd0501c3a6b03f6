/** Moves of blocks that are named by their offsets, where all of them are in the memory of the kernels. */
import { blocksOverlap, isContiguous } from "@ndgrad/kernels";
import type { BlockMove, NdF64 } from "@ndgrad/kernels";
import { addressOf } from "./address.js";
import { orElse } from "./kernel.js";
import type { Run } from "./module/load.js";
import { copyPlaces, emptyScratch } from "./scratch.js";

/** `run(count, n, out, outRow, x, offsets)` */
export function gatherKernel(run: Run, fallback: BlockMove): BlockMove {
  return orElse((out, x, offsets) => {
    const at = ready(out, x, offsets);
    if (at !== 0) run(offsets.length, x.size, addressOf(out), 8 * out.stride[0]!, addressOf(x), at);
    return at !== 0;
  }, fallback);
}

/** `run(count, n, out, x, xRow, offsets)` */
export function scatterKernel(run: Run, fallback: BlockMove): BlockMove {
  return orElse((out, x, offsets) => {
    const at = ready(x, out, offsets);
    if (at !== 0) run(offsets.length, out.size, addressOf(out), addressOf(x), 8 * x.stride[0]!, at);
    return at !== 0;
  }, fallback);
}

/** Address of the offsets, or 0 where `all`, blocks in a row, and `block` do not lie as they must. */
function ready(all: NdF64, block: NdF64, offsets: Int32Array): number {
  if (addressOf(all) === 0 || addressOf(block) === 0) return 0;
  if (!isContiguous(block) || !isContiguous({ shape: block.shape, stride: all.stride.slice(1) })) return 0;
  if (blocksOverlap(block, offsets, all)) return 0;
  emptyScratch();
  return copyPlaces(offsets);
}
