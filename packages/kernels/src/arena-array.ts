/**
 * ndarrays in memory that will be reclaimed: one hidden class for all ranks, and no typed array until `data` is read.
 */
import type { NdArray } from "ndarray";
import { Float64Strided } from "./strided-array.js";

type Sizes = readonly number[];
type Plain = NdArray<Float64Array>;

/** A memory that holds numbers. Addresses are in bytes. */
export interface Store {
  readonly buffer: ArrayBufferLike;
  /** The `length` numbers from `address` on. */
  data(address: number, length: number): Float64Array;
}

/**
 * An ndarray that takes 17 ns and 100 bytes to make, instead of 60 ns and 330 bytes. Kernels that know the store read
 * `address` and `offset` and never need `data`. Its `shape` and `stride` may be shared with other arrays: never write
 * to them.
 */
export class ArenaArray implements Plain {
  /** A by-product of computing these numbers, saved for a derivative rule. */
  residual: Plain | undefined = undefined;
  private numbers: Float64Array | undefined = undefined;

  /** Covers `length` numbers of `store` from `address` on; the first entry is number `offset` of these. */
  constructor(
    readonly store: Store,
    readonly address: number,
    readonly length: number,
    readonly shape: number[],
    readonly stride: number[],
    readonly offset: number,
    readonly size: number,
    /** Whether the entries are contiguous in row-major order. */
    readonly isContiguous: boolean,
  ) {}

  get data(): Float64Array {
    return (this.numbers ??= this.store.data(this.address, this.length));
  }

  /** The same numbers viewed with another shape and other strides. */
  as(shape: Sizes, stride: Sizes, offset: number): ArenaArray {
    const { store, address, length } = this;
    const [size, isContiguous] = [sizeOf(shape), areContiguous(shape, stride)];
    const other = new ArenaArray(
      store,
      address,
      length,
      shape as number[],
      stride as number[],
      offset,
      size,
      isContiguous,
    );
    other.numbers = this.numbers;
    return other;
  }

  declare readonly dtype: "float64";
  declare readonly T: Plain;
  get dimension(): number {
    return this.shape.length;
  }
  get order(): number[] {
    return this.plain().order;
  }
  get(...index: number[]): number {
    return this.plain().get(...index);
  }
  set(...indexAndValue: number[]): number {
    return this.plain().set(...indexAndValue);
  }
  index(...index: number[]): number {
    return this.plain().index(...index);
  }
  lo(...start: number[]): ArenaArray {
    return this.like(this.plain().lo(...start));
  }
  hi(...stop: number[]): ArenaArray {
    return this.like(this.plain().hi(...stop));
  }
  step(...steps: number[]): ArenaArray {
    return this.like(this.plain().step(...steps));
  }
  transpose(...axes: number[]): ArenaArray {
    return this.like(this.plain().transpose(...axes));
  }
  pick(...index: (number | null)[]): ArenaArray {
    return this.like(this.plain().pick(...index));
  }

  private plain(): Plain {
    return new Float64Strided(this.data, this.shape, this.stride, this.offset);
  }
  /** A view is an ArenaArray too, because its numbers will be reclaimed. */
  private like({ shape, stride, offset }: Plain): ArenaArray {
    return this.as(shape, stride, offset);
  }
}
Object.defineProperty(ArenaArray.prototype, "dtype", { value: "float64" });

/** The number of entries of an array of this shape. */
export function sizeOf(shape: Sizes): number {
  let n = 1;
  for (let a = 0; a < shape.length; a++) n *= shape[a]!;
  return n;
}

const UNIT: number[] = [1];

export function rowMajorStride(shape: Sizes): number[] {
  if (shape.length === 1) return UNIT;
  if (shape.length === 2) return [shape[1]!, 1];
  const stride = new Array<number>(shape.length);
  let step = 1;
  for (let a = shape.length - 1; a >= 0; step *= shape[a--]!) stride[a] = step;
  return stride;
}

/** Whether entries with these strides are contiguous in row-major order. */
export function areContiguous(shape: Sizes, stride: Sizes): boolean {
  let step = 1;
  for (let a = shape.length - 1; a >= 0; a--) {
    const n = shape[a]!;
    if (n !== 1 && stride[a] !== step) return false;
    step *= n;
  }
  return true;
}
