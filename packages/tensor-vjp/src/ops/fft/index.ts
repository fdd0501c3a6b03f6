/** Discrete Fourier transforms with NumPy's names and meanings, of real and complex arrays. */
export { fft, fft2, fftn, ifft, ifft2, ifftn } from "./complex-transforms.js";
export { irfft, irfft2, irfftn, rfft, rfft2, rfftn } from "./real-transforms.js";
export { fftfreq, fftshift, ifftshift, rfftfreq } from "./shift.js";
export type { ShiftOptions } from "./shift.js";
export type { FftnOptions, FftOptions, Norm } from "./options.js";
