/** Discrete Fourier transforms of any length, with real and imaginary parts in separate arrays. */
export { fft } from "./fft.js";
export { irfft, rfft } from "./rfft.js";
