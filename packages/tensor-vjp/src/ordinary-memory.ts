/** Memory of the garbage collector's, for what users keep: how to have much of it, often, for less than V8 asks. */

interface Host {
  readonly Buffer?: { allocUnsafeSlow(bytes: number): { readonly buffer: ArrayBuffer } };
}

/** Node's memory without zeros. Browsers have none. */
const { Buffer } = globalThis as typeof globalThis & Host;

/** From this size on zeros cost more than the call; beyond the other one Node 20 has none of such memory. */
const LARGE = 512;
const HUGE = 2 ** 29;

/** `n` numbers that may be anything, in a buffer of their own. */
export function memoryFor(n: number): Float64Array {
  if (n < LARGE || n > HUGE || Buffer === undefined) return new Float64Array(n);
  return new Float64Array(Buffer.allocUnsafeSlow(8 * n).buffer);
}

/**
 * Results are made and dropped at every step; glibc gives freed memory back to the system from 128 KiB on, to take it again,
 * page by page, for the next. It raises that limit by itself once a large block has been freed: here is one, never written
 * to, up to the size that it learns from. Other allocators take no notice.
 */
if (Buffer !== undefined) new ArrayBuffer(31 * 2 ** 20);
