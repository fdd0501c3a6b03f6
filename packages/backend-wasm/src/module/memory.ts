/** The module's memory, in which all kernels run, and its regions. */
import { host } from "./host.js";
import type { Memory } from "./host.js";

const PAGE = 2 ** 16;
const MIB = 2 ** 20;

/**
 * Reserves the whole memory at once, because growing would detach every view of it; the host maps pages on first write.
 * If there is too little address space, tries half as much, and so on. Undefined if even 64 MiB are refused.
 */
function reserve(bytes: number): Memory | undefined {
  try {
    return new host.WebAssembly.Memory({ initial: bytes / PAGE, maximum: bytes / PAGE });
  } catch {
    if (bytes > 64 * MIB) return reserve(bytes / 2);
    // This module runs once, so it warns once.
    host.console.warn(REFUSED);
    return undefined;
  }
}

const REFUSED =
  "@ndgrad/backend-wasm: expected address space to reserve memory in, got none. The slower reference kernels are used. Raise the limit (ulimit -v), or start node with --disable-wasm-trap-handler where it knows that flag.";

export const wasmMemory = reserve(2048 * MIB);
/** Empty if nothing could be reserved. Then no array is resident, and none is requested. */
export const buffer = wasmMemory?.buffer ?? new ArrayBuffer(0);
/** The whole memory as numbers. */
export const numbers = new Float64Array(buffer);
export const bytes = new Uint8Array(buffer);
export const integers = new Int32Array(buffer);

/** Start of the scratch region, in bytes. The constants of the modules are below 0.5 MiB. */
const SCRATCH = 16 * MIB;
/** A quarter of the memory, at most 256 MiB. */
const SCRATCH_END = SCRATCH + Math.min(256 * MIB, buffer.byteLength / 4);
/** Without a memory, the arena is empty. */
const END = Math.max(SCRATCH_END, buffer.byteLength);

/** Where each region starts, in bytes. */
export const regions = {
  /** Slots for operands that are plain numbers. */
  slots: MIB / 2,
  /** Workspace for a kernel while it runs. */
  workspace: MIB,
  /** Copies of arrays that are not resident, while a kernel runs. */
  scratch: SCRATCH,
  scratchEnd: SCRATCH_END,
  arena: SCRATCH_END,
  end: END,
} as const;
