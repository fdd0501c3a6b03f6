/**
 * ndarrays without generated code. The npm package generates a class from a string for each rank, which some
 * environments forbid. These have the same fields, methods and behaviour.
 */
import type { NdArray } from "ndarray";

/** The data of the engine's arrays: numbers, masks and indices. */
export type Data = Float64Array | Uint8Array | Int32Array;

/** An array of any rank. Its `dtype` tells the type of its data, as for any ndarray. */
abstract class StridedArray<D extends Data, Self> {
  declare readonly T: Self;

  /** Takes ownership of the lists. */
  constructor(
    readonly data: D,
    readonly shape: number[],
    readonly stride: number[],
    readonly offset: number,
  ) {}

  /** Another view of the same data. */
  protected abstract like(shape: number[], stride: number[], offset: number): Self;

  get dimension(): number {
    return this.shape.length;
  }
  get size(): number {
    const { shape } = this;
    if (shape.length === 2) return shape[0]! * shape[1]!;
    let n = 1;
    for (let d = 0; d < shape.length; d++) n *= shape[d]!;
    return n;
  }
  /** The dimensions by size of stride, smallest first. */
  get order(): number[] {
    const { stride } = this;
    return stride.map((_, d) => d).sort((d, e) => Math.abs(stride[d]!) - Math.abs(stride[e]!));
  }

  get(i?: number, j?: number, ...rest: number[]): number {
    // Outside the data this is undefined, as for any ndarray.
    return this.data[this.index(i, j, ...rest)]!;
  }
  set(...indexAndValue: number[]): number {
    return (this.data[this.index(...indexAndValue)] = indexAndValue[this.stride.length]!);
  }
  /** The position of an entry in the data. Extra arguments are ignored. */
  index(i?: number, j?: number, ...rest: number[]): number {
    const { stride, offset } = this;
    // A fast path: matrices are the arrays most often read entry by entry.
    if (stride.length === 2) return offset + stride[0]! * i! + stride[1]! * j!;
    if (stride.length === 0) return offset;
    let position = offset + stride[0]! * i!;
    if (stride.length > 1) position += stride[1]! * j!;
    for (let d = 2; d < stride.length; d++) position += stride[d]! * rest[d - 2]!;
    return position;
  }

  lo(...start: (number | null | undefined)[]): Self {
    const shape = this.shape.slice();
    let { offset } = this;
    for (let d = 0; d < shape.length; d++) {
      const n = start[d];
      if (typeof n !== "number" || n < 0) continue;
      offset += this.stride[d]! * (n | 0);
      shape[d]! -= n | 0;
    }
    return this.like(shape, this.stride.slice(), offset);
  }
  hi(...stop: (number | null | undefined)[]): Self {
    const shape = this.shape.map((n, d) => {
      const end = stop[d];
      return typeof end !== "number" || end < 0 ? n : end | 0;
    });
    return this.like(shape, this.stride.slice(), this.offset);
  }
  step(...steps: (number | null | undefined)[]): Self {
    const [shape, stride] = [this.shape.slice(), this.stride.slice()];
    let { offset } = this;
    for (let d = 0; d < shape.length; d++) {
      const by = steps[d];
      if (typeof by !== "number") continue;
      const step = by | 0;
      if (step < 0) offset += stride[d]! * (shape[d]! - 1);
      shape[d] = Math.ceil(shape[d]! / Math.abs(step));
      stride[d]! *= step;
    }
    return this.like(shape, stride, offset);
  }
  transpose(...axes: (number | undefined)[]): Self {
    const from = this.shape.map((_, d) => (axes[d] === undefined ? d : axes[d] | 0));
    return this.like(
      from.map((d) => this.shape[d]!),
      from.map((d) => this.stride[d]!),
      this.offset,
    );
  }
  pick(...index: (number | null | undefined)[]): Self {
    const [shape, stride]: [number[], number[]] = [[], []];
    let { offset } = this;
    for (let d = 0; d < this.shape.length; d++) {
      const i = index[d];
      if (typeof i === "number" && i >= 0) offset += this.stride[d]! * i;
      else {
        shape.push(this.shape[d]!);
        stride.push(this.stride[d]!);
      }
    }
    return this.like(shape, stride, offset);
  }
}

export class Float64Strided
  extends StridedArray<Float64Array, Float64Strided>
  implements NdArray<Float64Array>
{
  declare readonly dtype: "float64";
  protected like(shape: number[], stride: number[], offset: number): Float64Strided {
    return new Float64Strided(this.data, shape, stride, offset);
  }
}

export class Uint8Strided extends StridedArray<Uint8Array, Uint8Strided> implements NdArray<Uint8Array> {
  declare readonly dtype: "uint8";
  protected like(shape: number[], stride: number[], offset: number): Uint8Strided {
    return new Uint8Strided(this.data, shape, stride, offset);
  }
}

export class Int32Strided extends StridedArray<Int32Array, Int32Strided> implements NdArray<Int32Array> {
  declare readonly dtype: "int32";
  protected like(shape: number[], stride: number[], offset: number): Int32Strided {
    return new Int32Strided(this.data, shape, stride, offset);
  }
}

// On the prototypes, as in ndarray: deep comparisons then see only data, shape, stride and offset.
Object.defineProperty(Float64Strided.prototype, "dtype", { value: "float64" });
Object.defineProperty(Uint8Strided.prototype, "dtype", { value: "uint8" });
Object.defineProperty(Int32Strided.prototype, "dtype", { value: "int32" });
