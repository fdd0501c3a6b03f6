/** Addresses of the constants that many kernels read: see `Simd.constant`. */

export const ZERO: usize = memory.data<f64>([0]);
export const HALF: usize = memory.data<f64>([0.5]);
export const ONE: usize = memory.data<f64>([1]);
/** Bits. */
export const SIGN: usize = memory.data<u64>([0x8000000000000000]);
export const NAN: usize = memory.data<u64>([0x7ff8000000000000]);
