/** Memory that is taken back all at once: views cut one after the other from large blocks. */
import type { Memory } from "./kernels.js";

/** Numbers in a block: views of one are 3 to 10 times cheaper than arrays of their own. */
const BLOCK = 1 << 17;

/** What is in memory that was taken back, where reading it again is to show in every result. */
const POISON = NaN;

/** An arena in ordinary memory. With `poison`, what it takes back is filled with NaN: for tests. */
export function createArena({ poison = false } = {}): Memory {
  const blocks: Float64Array[] = [];
  const buffers = new Set<ArrayBufferLike>();
  let block = 0;
  let used = 0;

  function roomFor(n: number): Float64Array {
    for (; block < blocks.length; block++, used = 0) {
      const found = blocks[block]!;
      if (used + n <= found.length) return found;
    }
    const fresh = new Float64Array(Math.max(BLOCK, n));
    blocks.push(fresh);
    buffers.add(fresh.buffer);
    return fresh;
  }

  return {
    // It holds nothing but what is taken back.
    begin() {},
    allocate(n) {
      const room = roomFor(n);
      const view = room.subarray(used, used + n);
      used += n;
      return view;
    },
    owns: (data) => buffers.has(data.buffer),
    release() {
      if (poison) for (const b of blocks) b.fill(POISON);
      // What this trace had no use for, the next will hardly have.
      for (const idle of blocks.splice(block + 1)) buffers.delete(idle.buffer);
      block = 0;
      used = 0;
    },
  };
}
