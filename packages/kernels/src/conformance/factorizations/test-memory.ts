/**
 * Memory for one factorization: each array in its own, or all in one, with numbers around them that belong to nobody.
 */
import { junk } from "../memory.js";

export interface Room {
  readonly input: (entries: Float64Array) => Float64Array;
  /** Numbers for the kernel to write: NaN before it does. */
  readonly out: (size: number) => Float64Array;
  /** Places for the kernel to write: −1 before it does. */
  readonly places: (size: number) => Int32Array;
  /** What was written that should not have been. */
  readonly spoiled: () => string | undefined;
}

export const rooms: Readonly<Record<string, () => Room>> = {
  contiguous: () => roomOf((size) => new Float64Array(size)),
  "one memory": inOneMemory,
};

function roomOf(take: (size: number) => Float64Array, around: () => boolean = () => true): Room {
  const inputs: (readonly [Float64Array, Float64Array])[] = [];
  return {
    input(entries) {
      const x = take(entries.length);
      x.set(entries);
      inputs.push([x, entries.slice()]);
      return x;
    },
    out: (size) => take(size).fill(NaN),
    places(size) {
      const { buffer, byteOffset } = take(Math.ceil(size / 2));
      return new Int32Array(buffer, byteOffset, size).fill(-1);
    },
    spoiled() {
      const isSame = inputs.every(([x, before]) => x.every((v, i) => Object.is(v, before[i])));
      if (!isSame)
        return "expected inputs as they were, got one that was written to. Copy what is to be changed.";
      return around()
        ? undefined
        : "expected no write but to its outputs, got one beside them. Mind the offsets.";
    },
  };
}

/** Arrays one after the other, three numbers apart. */
function inOneMemory(): Room {
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
  return roomOf(take, () => {
    let at = 0;
    for (const [from, to] of [...taken, [next, next] as const]) {
      for (; at < from; at++) if (all[at] !== before[at]) return false;
      at = to;
    }
    return true;
  });
}
