/** Garbage-collected memory for what users keep, allocated at less cost than V8's own large typed arrays. */

interface Host {
  readonly Buffer?: { allocUnsafeSlow(bytes: number): { readonly buffer: ArrayBuffer } };
}

/** Node's Buffer allocates memory without clearing it. Browsers have no such thing. */
const { Buffer } = globalThis as typeof globalThis & Host;

/** From LARGE entries on, clearing costs more than the call; beyond HUGE, Node 20 refuses to allocate such memory. */
const LARGE = 512;
const HUGE = 2 ** 29;

/** `n` uninitialized numbers in a buffer of their own. */
export function memoryFor(n: number): Float64Array {
  if (n < LARGE || n > HUGE || Buffer === undefined) return new Float64Array(n);
  return new Float64Array(Buffer.allocUnsafeSlow(8 * n).buffer);
}

/**
 * Results are made and dropped at every step. From 128 KiB on, glibc returns freed memory to the system, and has to get it
 * back page by page for the next result. It raises that limit itself once a large block has been freed, so this allocates
 * and drops one, of about the largest size that raises it; it is never written to. Other allocators don't mind.
 */
if (Buffer !== undefined) new ArrayBuffer(31 * 2 ** 20);
