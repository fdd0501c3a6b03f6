/** Memory that is taken back all at once: arrays cut one after the other from large blocks. */
import { ArenaArray, rowMajorStride, sizeOf } from "./arena-array.js";
import type { Store } from "./arena-array.js";
import type { Memory } from "./memory.js";

/** Numbers in a block. */
const BLOCK = 1 << 17;

/** Why a transform can't have a memory that another one has: they don't know of each other. */
export const ONE_AT_A_TIME =
  "memory: expected no transform to be running, got one of another copy of the library. Load one copy of @ndgrad/tensor-vjp.";

/** What is in memory that was taken back, where reading it again is to show in every result. */
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

/** An arena in ordinary memory. With `poison`, what it takes back is filled with NaN: for tests. */
export function createArena({ poison = false } = {}): Memory {
  const id = {};
  const blocks: Block[] = [];
  let block = 0;
  let used = 0;
  let isRunning = false;

  function roomFor(n: number): Block {
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
      const room = roomFor(n);
      const address = 8 * used;
      used += n;
      return new ArenaArray(room, address, n, shape as number[], stride as number[], 0, n, true);
    },
    owns: (x) => x instanceof ArenaArray && x.store instanceof Block && x.store.arena === id,
    release() {
      isRunning = false;
      if (poison) for (const b of blocks) b.numbers.fill(POISON);
      // What this trace had no use for, the next will hardly have.
      blocks.splice(block + 1);
      block = 0;
      used = 0;
    },
  };
}
