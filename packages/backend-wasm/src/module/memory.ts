/** The one memory in which all kernels run, and its regions. */
import { host } from "./host.js";
import type { Memory } from "./host.js";

const PAGE = 2 ** 16;
const MIB = 2 ** 20;

/** Never grown, which would detach every view of it: reserved at once, and given real pages when first written. */
function reserve(bytes: number): Memory {
  try {
    return new host.WebAssembly.Memory({ initial: bytes / PAGE, maximum: bytes / PAGE });
  } catch (refusal) {
    if (bytes <= 64 * MIB) throw refusal;
    return reserve(bytes / 2);
  }
}

export const wasmMemory = reserve(2048 * MIB);
export const buffer = wasmMemory.buffer;
/** The whole memory as numbers. */
export const numbers = new Float64Array(buffer);
export const bytes = new Uint8Array(buffer);
export const places = new Int32Array(buffer);

/** Where each region begins, in bytes. Below 0.5 MiB lie the constants of the modules. */
const SCRATCH = 16 * MIB;
/** A quarter of the memory, at most 256 MiB. */
const SCRATCH_END = SCRATCH + Math.min(256 * MIB, buffer.byteLength / 4);

export const regions = {
  /** Operands that are plain numbers. */
  slots: MIB / 2,
  /** Room that a kernel may use while it runs. */
  room: MIB,
  /** Copies of arrays that live elsewhere, while a kernel runs. */
  scratch: SCRATCH,
  scratchEnd: SCRATCH_END,
  arena: SCRATCH_END,
  end: buffer.byteLength,
} as const;
