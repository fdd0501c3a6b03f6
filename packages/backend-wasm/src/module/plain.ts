/** The kernels without relaxed SIMD: every engine that can run any of them runs these. */
import { bytes } from "./bytes.simd.js";
import { load } from "./load.js";

export const plain = load(bytes);
