/** Data that many transforms read, put where the kernels read it. */
import { Container, TracedValueError } from "@ndgrad/core";
import { kernels, rowMajor } from "@ndgrad/kernels";
import { named } from "./errors.js";
import { empty, isNd, notNd, sizeOf } from "./tensor.js";
import type { Nd } from "./tensor.js";

/**
 * A contiguous copy of `x` that the kernels in use read as it lies, where every transform would else copy it to them:
 * for data sets and other constants. Where the backend has no memory of its own it is an ordinary array. It can be
 * written to like any other; the room it takes is never given back, so don't call it in a loop.
 * Throws TracedValueError for a traced array, ArgumentError for what is no array.
 */
export function toBackend(x: Nd): Nd {
  if ((x as unknown) instanceof Container)
    throw new TracedValueError(
      "toBackend: expected a plain array, got a traced one. Move data before you differentiate.",
    );
  if (!isNd(x)) throw named(notNd(x), "toBackend");
  const { memory } = kernels();
  const out = memory.pin === undefined ? empty(x.shape) : rowMajor(memory.pin(sizeOf(x.shape)), x.shape);
  kernels().copy(out, x);
  return out;
}
