/** Gather and scatter of resident blocks. */
import { blocksOverlap, isContiguous } from "@ndgrad/kernels";
import type { BlockMove, NdF64 } from "@ndgrad/kernels";
import { addressOf } from "./address.js";
import { withFallback } from "./kernel.js";
import type { Run } from "./module/load.js";
import { copyOffsets, resetScratch } from "./scratch.js";

/** Calls `run(count, n, out, outRow, x, offsets)`. */
export function gatherKernel(run: Run, fallback: BlockMove): BlockMove {
  return withFallback((out, x, offsets) => {
    const at = ready(out, x, offsets);
    if (at !== 0) run(offsets.length, x.size, addressOf(out), 8 * out.stride[0]!, addressOf(x), at);
    return at !== 0;
  }, fallback);
}

/** Calls `run(count, n, out, x, xRow, offsets)`. */
export function scatterKernel(run: Run, fallback: BlockMove): BlockMove {
  return withFallback((out, x, offsets) => {
    const at = ready(x, out, offsets);
    if (at !== 0) run(offsets.length, out.size, addressOf(out), addressOf(x), 8 * x.stride[0]!, at);
    return at !== 0;
  }, fallback);
}

/**
 * Copies the offsets in and returns their address; 0 if `block` or the blocks of `all` are not resident and contiguous.
 */
function ready(all: NdF64, block: NdF64, offsets: Int32Array): number {
  if (addressOf(all) === 0 || addressOf(block) === 0) return 0;
  if (!isContiguous(block) || !isContiguous({ shape: block.shape, stride: all.stride.slice(1) })) return 0;
  if (blocksOverlap(block, offsets, all)) return 0;
  resetScratch();
  return copyOffsets(offsets);
}
