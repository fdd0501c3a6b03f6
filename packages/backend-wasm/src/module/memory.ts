/** The one memory in which all kernels run, and its regions. */
import { host } from "./host.js";
import type { Memory } from "./host.js";

const PAGE = 2 ** 16;
const MIB = 2 ** 20;

/**
 * Never grown, which would detach every view of it: reserved at once, and given real pages when first written. Where there
 * is not so much address space, half of it, and so on; undefined where even little is refused.
 */
function reserve(bytes: number): Memory | undefined {
  try {
    return new host.WebAssembly.Memory({ initial: bytes / PAGE, maximum: bytes / PAGE });
  } catch {
    if (bytes > 64 * MIB) return reserve(bytes / 2);
    // Once: this file runs once.
    host.console.warn(REFUSED);
    return undefined;
  }
}

const REFUSED =
  "@ndgrad/backend-wasm: expected address space to reserve memory in, got none. The slower kernels of the reference are used. Raise the limit (ulimit -v), or start node with --disable-wasm-trap-handler where it knows that flag.";

export const wasmMemory = reserve(2048 * MIB);
/** Empty where nothing could be reserved: then no array lies here, and none is asked for. */
export const buffer = wasmMemory?.buffer ?? new ArrayBuffer(0);
/** The whole memory as numbers. */
export const numbers = new Float64Array(buffer);
export const bytes = new Uint8Array(buffer);
export const places = new Int32Array(buffer);

/** Where each region begins, in bytes. Below 0.5 MiB lie the constants of the modules. */
const SCRATCH = 16 * MIB;
/** A quarter of the memory, at most 256 MiB. */
const SCRATCH_END = SCRATCH + Math.min(256 * MIB, buffer.byteLength / 4);
/** Without a memory the arena is empty. */
const END = Math.max(SCRATCH_END, buffer.byteLength);

export const regions = {
  /** Operands that are plain numbers. */
  slots: MIB / 2,
  /** Room that a kernel may use while it runs. */
  room: MIB,
  /** Copies of arrays that live elsewhere, while a kernel runs. */
  scratch: SCRATCH,
  scratchEnd: SCRATCH_END,
  arena: SCRATCH_END,
  end: END,
} as const;
