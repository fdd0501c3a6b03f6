/** The vector space of tensors, numbers and float64 ndarrays, as core sees it. */
import type { Space } from "@ndgrad/core";
import { kernels } from "@ndgrad/kernels";
import { TensorAccumulator } from "./accumulator.js";
import { TensorContainer } from "./container.js";
import { ShapeError } from "./errors.js";
import { add, mul } from "./primitives/elementwise/arithmetic.js";
import { stack } from "./ops/shape/join.js";
import { read, Scattered, slotSelection } from "./primitives/index/selection.js";
import { constantLike, tensorScope } from "./scope.js";
import { sameShape } from "./shape.js";
import { describe, empty, isNd, numberOf, shapeOf, sizeOf, unwritten } from "./tensor.js";
import type { Tensor } from "./tensor.js";
import { isUniform } from "./views.js";

class TracedTensor extends TensorContainer {
  override get space(): Space<Tensor> {
    return tensorSpace;
  }
}

/** Pass it to core's `transforms([...])`, alone or together with spaces of your own. */
export const tensorSpace: Space<Tensor> = {
  name: "tensor",
  scope: () => tensorScope,
  Container: TracedTensor,
  is: (x): x is Tensor => typeof x === "number" || isNd(x),
  isConstant: isMaskOrPositions,
  describe,
  isScalar: (x) => shapeOf(x).length === 0,
  matches(g, x) {
    if (typeof g === "number" && typeof x === "number") return true;
    if (g instanceof Scattered) return sameShape(g.shape, shapeOf(x));
    return (typeof g === "number" || isNd(g)) && sameShape(shapeOf(g), shapeOf(x));
  },
  zerosLike: (x) => constantLike(x, 0),
  onesLike: (x) => constantLike(x, 1),
  add: (x, y) => add(x, y),
  accumulator: () => new TensorAccumulator(),
  scale: (c, x) => mul(c, x),
  inner(x, y) {
    const [a, b] = [flat(x), flat(y)];
    return a.reduce((s, ai, i) => s + ai * b[i]!, 0);
  },
  basis(x) {
    if (shapeOf(x).length === 0) return [1];
    return Array.from({ length: sizeOf(shapeOf(x)) }, (_, i) => {
      const e = empty(shapeOf(x));
      e.data[i] = 1;
      return e;
    });
  },
  copy(x) {
    if (typeof x === "number" || x.shape.length === 0) return numberOf(x);
    const out = unwritten(x.shape);
    kernels().copy(out, isUniform(x) ? numberOf(x) : x);
    return out;
  },
  hasNaN: (x) => flat(x).some(Number.isNaN),
  range(x) {
    const values = flat(x);
    const numbers = values.filter((v) => !Number.isNaN(v));
    const nans = values.length - numbers.length;
    const [lo, hi] = numbers.reduce(([l, h], v) => [Math.min(l, v), Math.max(h, v)], [Infinity, -Infinity]);
    return `in [${lo}, ${hi}]${nans === 0 ? "" : `, ${nans} NaN`}`;
  },
  count: countOf,
  unstack: (batch) =>
    Array.from({ length: countOf(batch) }, (_, i) =>
      read(batch, slotSelection(shapeOf(batch).slice(1), 0, i)),
    ),
  stack: (examples) => stack(examples),
};

/** Arrays of whole numbers: what comparisons, argmax and argsort give. */
function isMaskOrPositions(x: unknown): boolean {
  return (
    typeof x === "object" && x !== null && "stride" in x && "dtype" in x && /^u?int/.test(String(x.dtype))
  );
}

/** A batch has its examples along the first axis. */
function countOf(batch: Tensor): number {
  const [size] = shapeOf(batch);
  if (size !== undefined) return size;
  throw new ShapeError(
    "vmap: expected an array with an axis of examples, got a number. Give null in inAxes for arguments that are the same for all.",
  );
}

/** Entries in row-major order. */
function flat(x: Tensor): Float64Array {
  const copy = tensorSpace.copy(x);
  return typeof copy === "number" ? Float64Array.of(copy) : copy.data;
}
