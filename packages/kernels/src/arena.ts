/** Memory that is reclaimed all at once: arrays are taken one after the other from large blocks. */
import { ArenaArray, rowMajorStride, sizeOf } from "./arena-array.js";
import type { Store } from "./arena-array.js";
import type { Memory } from "./memory.js";

/** Numbers per block. */
const BLOCK = 1 << 17;

/** The error when two transforms want one memory: they belong to different copies of the library. */
export const ONE_AT_A_TIME =
  "memory: expected no transform to be running, got one of another copy of the library. Load one copy of @ndgrad/tensor-vjp.";

/** Fills reclaimed memory in tests, so that any read of it shows in the result. */
const POISON = NaN;

class Block implements Store {
  readonly numbers: Float64Array;
  constructor(
    length: number,
    readonly arena: object,
  ) {
    this.numbers = new Float64Array(length);
  }
  get buffer(): ArrayBufferLike {
    return this.numbers.buffer;
  }
  data(address: number, length: number): Float64Array {
    return this.numbers.subarray(address / 8, address / 8 + length);
  }
}

/** An arena in ordinary memory. With `poison`, for tests, it fills reclaimed memory with NaN. */
export function createArena({ poison = false } = {}): Memory {
  const id = {};
  const blocks: Block[] = [];
  let block = 0;
  let used = 0;
  let isRunning = false;

  function blockFor(n: number): Block {
    for (; block < blocks.length; block++, used = 0) {
      const found = blocks[block]!;
      if (used + n <= found.numbers.length) return found;
    }
    const fresh = new Block(Math.max(BLOCK, n), id);
    blocks.push(fresh);
    return fresh;
  }

  return {
    begin() {
      if (isRunning) throw new Error(ONE_AT_A_TIME);
      isRunning = true;
    },
    allocate(shape, stride = rowMajorStride(shape)) {
      const n = sizeOf(shape);
      const target = blockFor(n);
      const address = 8 * used;
      used += n;
      return new ArenaArray(target, address, n, shape as number[], stride as number[], 0, n, true);
    },
    owns: (x) => x instanceof ArenaArray && x.store instanceof Block && x.store.arena === id,
    release() {
      isRunning = false;
      if (poison) for (const b of blocks) b.numbers.fill(POISON);
      // Blocks that this trace did not need, the next one will hardly need either.
      blocks.splice(block + 1);
      block = 0;
      used = 0;
    },
  };
}
