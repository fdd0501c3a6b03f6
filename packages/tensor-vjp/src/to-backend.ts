/** Moves data that many transforms read into the memory of the backend. */
import { Container, TracedValueError } from "@ndgrad/core";
import { kernels, rowMajor } from "@ndgrad/kernels";
import { nameError } from "./errors.js";
import { empty, isNd, notNd, sizeOf } from "./tensor.js";
import type { Nd } from "./tensor.js";

/**
 * A contiguous copy of `x` in the memory of the backend in use, which every transform would otherwise copy there: for data
 * sets and other constants. If the backend has no memory of its own, it is an ordinary array. It can be written to like any
 * other. Its memory is never freed, so don't call this in a loop.
 * Throws TracedValueError for a traced array, ArgumentError for anything that is not an array.
 */
export function toBackend(x: Nd): Nd {
  if ((x as unknown) instanceof Container)
    throw new TracedValueError(
      "toBackend: expected a plain array, got a traced one. Move data before you differentiate.",
    );
  if (!isNd(x)) throw nameError(notNd(x), "toBackend");
  const { memory } = kernels();
  const out = memory.pin === undefined ? empty(x.shape) : rowMajor(memory.pin(sizeOf(x.shape)), x.shape);
  kernels().copy(out, x);
  return out;
}

/** The former name of `toBackend`, kept for programs that use it. */
export const place = toBackend;
