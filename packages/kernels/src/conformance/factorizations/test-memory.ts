/** Memory for one factorization: separate arrays, or one buffer with guard numbers around the arrays. */
import { junk } from "../memory.js";

export interface TestMemory {
  readonly input: (entries: Float64Array) => Float64Array;
  /** Numbers for the kernel to write, initially NaN. */
  readonly out: (size: number) => Float64Array;
  /** Indices for the kernel to write, initially −1. */
  readonly indices: (size: number) => Int32Array;
  /** A description of a write to an input or outside the outputs, if there was one. */
  readonly strayWrite: () => string | undefined;
}

export const testMemories: Readonly<Record<string, () => TestMemory>> = {
  contiguous: () => memoryOf((size) => new Float64Array(size)),
  "one memory": inOneMemory,
};

function memoryOf(take: (size: number) => Float64Array, around: () => boolean = () => true): TestMemory {
  const inputs: (readonly [Float64Array, Float64Array])[] = [];
  return {
    input(entries) {
      const x = take(entries.length);
      x.set(entries);
      inputs.push([x, entries.slice()]);
      return x;
    },
    out: (size) => take(size).fill(NaN),
    indices(size) {
      const { buffer, byteOffset } = take(Math.ceil(size / 2));
      return new Int32Array(buffer, byteOffset, size).fill(-1);
    },
    strayWrite() {
      const isSame = inputs.every(([x, before]) => x.every((v, i) => Object.is(v, before[i])));
      if (!isSame)
        return "expected unchanged inputs, got one that was written to. Copy an input before changing it.";
      return around()
        ? undefined
        : "expected writes to outputs only, got one outside them. Check the offsets.";
    },
  };
}

/** All arrays in one buffer, with three guard numbers between them. */
function inOneMemory(): TestMemory {
  const all = new Float64Array(junk(2 ** 20));
  const before = all.slice();
  const taken: (readonly [from: number, to: number])[] = [];
  let next = 3;
  const take = (size: number): Float64Array => {
    const from = next;
    taken.push([from, from + size]);
    next += size + 3;
    return all.subarray(from, from + size);
  };
  return memoryOf(take, () => {
    let at = 0;
    for (const [from, to] of [...taken, [next, next] as const]) {
      for (; at < from; at++) if (all[at] !== before[at]) return false;
      at = to;
    }
    return true;
  });
}
