/** ndarrays of memory that is taken back: one hidden class for all ranks, and no view of the numbers until somebody asks. */
import type { NdArray } from "ndarray";
import { Float64Strided } from "./strided-array.js";

type Sizes = readonly number[];
type Plain = NdArray<Float64Array>;

/** Memory that numbers lie in. Addresses are counted in bytes. */
export interface Store {
  readonly buffer: ArrayBufferLike;
  /** The `length` numbers that begin at `address`. */
  data(address: number, length: number): Float64Array;
}

/**
 * What an ndarray is, for 17 ns and 100 bytes instead of 60 ns and 330. Kernels that know the store read `address` and `offset` and
 * never ask for `data`. Its lists are shared: nobody may write to them.
 */
export class ArenaArray implements Plain {
  /** What was computed along with these numbers, for a derivative rule to read. */
  residual: Plain | undefined = undefined;
  private numbers: Float64Array | undefined = undefined;

  /** `length` numbers of `store` from `address` on; the array begins at `offset` of these. */
  constructor(
    readonly store: Store,
    readonly address: number,
    readonly length: number,
    readonly shape: number[],
    readonly stride: number[],
    readonly offset: number,
    readonly size: number,
    /** Do the entries lie one after the other in row-major order? */
    readonly isContiguous: boolean,
  ) {}

  get data(): Float64Array {
    return (this.numbers ??= this.store.data(this.address, this.length));
  }

  /** The same numbers under another shape. */
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
  /** A view has to tell, as the array does, that its numbers will be taken back. */
  private like({ shape, stride, offset }: Plain): ArenaArray {
    return this.as(shape, stride, offset);
  }
}
Object.defineProperty(ArenaArray.prototype, "dtype", { value: "float64" });

/** How many entries an array of this shape has. */
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

/** Whether entries with these strides lie one after the other in row-major order. */
export function areContiguous(shape: Sizes, stride: Sizes): boolean {
  let step = 1;
  for (let a = shape.length - 1; a >= 0; a--) {
    const n = shape[a]!;
    if (n !== 1 && stride[a] !== step) return false;
    step *= n;
  }
  return true;
}
