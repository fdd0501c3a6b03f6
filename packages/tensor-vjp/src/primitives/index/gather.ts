/** Selections by lists of positions: rows, points, the true entries of a mask. */
import { isContiguous, kernels, stridedView, ndarray } from "@ndgrad/kernels";
import { sizeOf } from "../../tensor.js";
import type { Nd, Shape } from "../../tensor.js";
import { firstExample } from "./selection.js";
import type { Target } from "./selection.js";
import { copyOf } from "../../views.js";

/** The position of each point along an axis, counted from the front. */
export interface Positions {
  readonly axis: number;
  readonly at: Int32Array;
}

/**
 * A block that spans some axes, at each of many points named by positions along the others. In the result, the axes of the
 * points go among those of the block: `before` axes of the block come first.
 */
export class GatherSelection implements Target {
  readonly shape: Shape;

  constructor(
    /** The shape in which the points are arranged. */
    readonly points: Shape,
    readonly positions: readonly Positions[],
    readonly blockShape: Shape,
    readonly before: number,
    /** The block at position 0 of every axis with positions. */
    readonly block: (x: Nd) => Nd,
  ) {
    this.shape = blockShape.toSpliced(before, 0, ...points);
  }

  read(out: Nd, x: Nd): void {
    kernels().gather(this.pointsFirst(out), this.block(x), this.offsets(x));
  }

  add(out: Nd, g: Nd): void {
    kernels().scatterAdd(this.block(out), this.pointsFirst(g), this.offsets(out));
  }

  write(out: Nd, x: Nd): void {
    kernels().scatter(this.block(out), this.pointsFirst(x), this.offsets(out));
  }

  /** The examples become the first axis of the block, so no point is named twice that was not before. */
  inEach(size: number): GatherSelection {
    const positions = this.positions.map(({ axis, at }) => ({ axis: axis + 1, at }));
    return new GatherSelection(this.points, positions, [size, ...this.blockShape], this.before + 1, (x) => {
      const { shape, stride, offset } = this.block(firstExample(x));
      return stridedView(x, [size, ...shape], [x.stride[0]!, ...stride], offset);
    });
  }

  /** The offset of each point from position 0 in the data of `x`. */
  private offsets(x: Nd): Int32Array {
    const offsets = new Int32Array(sizeOf(this.points));
    for (const { axis, at } of this.positions) {
      const stride = x.stride[axis]!;
      for (let k = 0; k < offsets.length; k++) offsets[k]! += at[k]! * stride;
    }
    return offsets;
  }

  /** An array of this selection's shape, viewed as [points, ...block]. */
  private pointsFirst(x: Nd): Nd {
    const { before, points, blockShape } = this;
    const after = before + points.length;
    // Several axes of points are merged into one, in a copy where the strides don't allow it.
    const source = points.length === 1 || isContiguous(x) ? x : copyOf(x);
    const step = points.length === 1 ? source.stride[before]! : sizeOf(blockShape.slice(before));
    const stride = [step, ...source.stride.slice(0, before), ...source.stride.slice(after)];
    return ndarray(source.data, [sizeOf(points), ...blockShape], stride, source.offset);
  }
}

/** The rows at `at`, arranged as `points`, along one axis of an array of `shape`. */
export function rowsSelection(
  shape: Shape,
  axis: number,
  at: Int32Array,
  points: Shape = [at.length],
): GatherSelection {
  return new GatherSelection(points, [{ axis, at }], shape.toSpliced(axis, 1), axis, (x) =>
    ndarray(x.data, x.shape.toSpliced(axis, 1), x.stride.toSpliced(axis, 1), x.offset),
  );
}

/** Single entries, arranged as `points`, with positions along every axis. */
export function entriesSelection(points: Shape, positions: readonly Positions[]): GatherSelection {
  return new GatherSelection(points, positions, [], 0, (x) => ndarray(x.data, [], [], x.offset));
}
