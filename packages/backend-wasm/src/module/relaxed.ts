/** Detects relaxed SIMD, whose multiply-add rounds once where the processor supports it. */
import { host } from "./host.js";

/** A module with one function, which executes one f64x2.relaxed_madd. */
// prettier-ignore
const probe = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0, // magic and version
  1, 8, 1, 96, 3, 123, 123, 123, 1, 123, // a type: three v128 to one
  3, 2, 1, 0, // a function of it
  10, 13, 1, 11, 0, 32, 0, 32, 1, 32, 2, 253, 135, 2, 11, // its code
);

export const hasRelaxedSimd = (): boolean => host.WebAssembly.validate(probe);
