/** Masks and index arrays under vmap: values without derivative that still differ per example. */
import { Container, TracedValueError } from "@ndgrad/core";
import type { Space } from "@ndgrad/core";
import { ndarray } from "@ndgrad/kernels";
import type { NdArray } from "ndarray";
import { isNd, sizeOf } from "./tensor.js";

type Plain = NdArray<Uint8Array> | NdArray<Int32Array>;

class BatchedArray extends Container {
  override get space(): Space<Plain | boolean> {
    return plainArraySpace;
  }
  get dtype(): string {
    return (this.value as Plain).dtype;
  }
  get shape(): number[] {
    return (this.value as Plain).shape.slice(1);
  }
  get stride(): never {
    throw notOne();
  }
  get data(): never {
    throw notOne();
  }
}

function notOne(): TracedValueError {
  return new TracedValueError(
    "vmap: expected one mask or index array, got one per example. Use ops that accept it (where, take, …), or map in a loop.",
  );
}

/** Implements only what batching asks of a space: no derivative ever reaches these values. */
export const plainArraySpace: Space<Plain | boolean> = {
  name: "mask or index array",
  Container: BatchedArray,
  is: (x): x is Plain | boolean =>
    typeof x === "boolean" ||
    (typeof x === "object" && x !== null && "dtype" in x && "stride" in x && !isNd(x)),
  describe: (x) => (typeof x === "boolean" ? "a boolean" : `a mask or index array [${x.shape.join(",")}]`),
  isScalar: () => false,
  matches: () => false,
  zerosLike: refuse,
  onesLike: refuse,
  add: refuse,
  scale: refuse,
  inner: refuse,
  basis: refuse,
  copy: (x) => x,
  count: (batch) => (batch as Plain).shape[0]!,
  unstack(batch) {
    const all = batch as Plain;
    return Array.from({ length: all.shape[0]! }, (_, i) => {
      const one = all.pick(i, ...all.shape.slice(1).map(() => null as never));
      // A comparison of two numbers gives a boolean, not an array of rank 0.
      return one.shape.length === 0 && one.dtype === "uint8" ? one.get() !== 0 : one;
    });
  },
  stack(examples) {
    const arrays = examples.map((x) => (typeof x === "boolean" ? ndarray(Uint8Array.of(x ? 1 : 0), []) : x));
    const shape = arrays[0]!.shape;
    const size = sizeOf(shape);
    const make = arrays[0]!.dtype === "uint8" ? Uint8Array : Int32Array;
    const out = ndarray(new make(size * arrays.length), [arrays.length, ...shape]) as Plain;
    arrays.forEach((x, i) => {
      const index = shape.map(() => 0);
      for (let k = 0; k < size; k++) {
        out.data[i * size + k] = x.get(...index);
        for (let a = index.length - 1; a >= 0 && ++index[a]! === shape[a]; a--) index[a] = 0;
      }
    });
    return out;
  },
};

function refuse(): never {
  throw notOne();
}
