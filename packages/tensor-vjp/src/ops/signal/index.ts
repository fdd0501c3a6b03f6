/** Signal processing. */
export { convolve } from "./convolve-nd.js";
export type { ConvolveMode, ConvolveOptions } from "./convolve-nd.js";
