/** Discrete Fourier transforms of any length, on separate real and imaginary parts. */
export { fft } from "./fft.js";
export { irfft, rfft } from "./rfft.js";
