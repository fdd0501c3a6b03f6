/** The build without relaxed SIMD, which every engine with WebAssembly SIMD can run. */
import { bytes } from "./bytes.simd.js";
import { load } from "./load.js";

export const plain = load(bytes);
