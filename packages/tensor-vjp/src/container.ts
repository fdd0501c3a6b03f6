/** What stands in for a tensor while it is traced: it can be used like an ndarray, and its views are differentiated. */
import { Container, mustBeRunning, TracedValueError } from "@ndgrad/core";
import type { Space } from "@ndgrad/core";
import { read, viewSelection } from "./primitives/index/selection.js";
import { transpose } from "./ops/shape/transpose.js";
import { IndexError } from "./errors.js";
import { shapeOf, sizeOf } from "./tensor.js";
import type { Nd, Shape, Tensor } from "./tensor.js";

/**
 * Implements what users of ndarray call: `shape`, `dimension`, `size`, `pick lo hi step transpose get`. Storage
 * (`data`, `stride`, `offset`, `index`) and writing (`set`) throw: they would bypass the trace.
 */
export abstract class TensorContainer extends Container {
  abstract override get space(): Space<Tensor>;

  get dtype(): "float64" {
    return "float64";
  }

  get shape(): Shape {
    mustBeRunning("shape", this);
    // A tensor container boxes a tensor, or a container of one, or all examples of one.
    const shape = shapeOf(this.value as Tensor);
    // A fresh list: arrays of a transform share theirs.
    return shape.slice(this.trace.isBatched ? 1 : 0);
  }

  get dimension(): number {
    return this.shape.length;
  }

  get size(): number {
    return sizeOf(this.shape);
  }

  /** The entry at `index`, one position for each axis; traced. */
  get(...index: number[]): Tensor {
    const { shape } = this;
    if (index.length === shape.length) return this.pick(...index);
    throw new IndexError(
      `get: expected ${shape.length} positions for shape [${shape.join(",")}], got ${index.length}. at(x, i) reads a part.`,
    );
  }

  /** Fix each axis that is given a number; `null` or nothing keeps an axis. */
  pick(...index: readonly (number | null)[]): Tensor {
    const shape = this.shape;
    index.forEach((i, a) => i !== null && checkIndex("pick", i, shape, a));
    const kept = [...shape.keys()].filter((a) => typeof index[a] !== "number");
    return this.view(
      kept.map((a) => shape[a]!),
      (x) => x.pick(...index),
    );
  }

  /** Drop the first `start[a]` entries of axis a. */
  lo(...start: number[]): Tensor {
    const shape = this.shape.map((n, a) => n - checkBound("lo", start[a] ?? 0, this.shape, a));
    return this.view(shape, (x) => x.lo(...start));
  }

  /** Keep the first `stop[a]` entries of axis a. */
  hi(...stop: number[]): Tensor {
    const shape = this.shape.map((n, a) => checkBound("hi", stop[a] ?? n, this.shape, a));
    return this.view(shape, (x) => x.hi(...stop));
  }

  /** Every `steps[a]`-th entry of axis a; negative steps run from the end. */
  step(...steps: number[]): Tensor {
    const shape = this.shape.map((n, a) => {
      const k = steps[a] ?? 1;
      if (Number.isInteger(k) && k !== 0) return Math.ceil(n / Math.abs(k));
      throw new IndexError(
        `step: expected a whole number other than 0 as step, got ${k} for axis ${a}. Give 1 to keep an axis.`,
      );
    });
    return this.view(shape, (x) => x.step(...steps));
  }

  /** Axis i of the result is axis axes[i]; axes after the ones listed stay where they are. */
  transpose(...axes: readonly number[]): Tensor {
    const order = this.shape.map((_, a) => axes[a] ?? a);
    return transpose(this.asTensor(), order.concat(axes.slice(order.length)));
  }

  private view(shape: Shape, view: (x: Nd) => Nd): Tensor {
    return read(this.asTensor(), viewSelection(shape, view));
  }

  /** A container is passed to ops in place of a tensor, so there its static type is that of the tensor. */
  private asTensor(): Tensor {
    return this as Container as Tensor & Container;
  }

  get data(): never {
    throw storage("data");
  }
  get stride(): never {
    throw storage("stride");
  }
  get offset(): never {
    throw storage("offset");
  }
  get order(): never {
    throw storage("order");
  }
  index(): never {
    throw storage("index");
  }
  set(): never {
    throw new TracedValueError(
      "set: expected a plain array, got a traced one, whose entries can't be written. " +
        "Use atSet(x, index, value), or build the array with array([...]) or stack.",
    );
  }
}

function storage(what: string): TracedValueError {
  return new TracedValueError(
    `${what}: expected a plain array, got a traced one, which has no storage of its own. ` +
      "Use ops (at, sum, matmul, …); getValue(x) gives a plain copy. Inside a primitive, pass traced values as arguments.",
  );
}

function checkIndex(op: string, i: number, shape: Shape, axis: number): void {
  const n = shape[axis];
  if (n !== undefined && Number.isInteger(i) && i >= 0 && i < n) return;
  const allowed =
    n === undefined ? `at most ${shape.length} indices` : `an index from 0 to ${n - 1} for axis ${axis}`;
  throw new IndexError(
    `${op}: expected ${allowed}, got ${i}. The shape is [${shape.join(",")}]; at(x, i) takes negative indices.`,
  );
}

function checkBound(op: string, i: number, shape: Shape, axis: number): number {
  if (Number.isInteger(i) && i >= 0 && i <= shape[axis]!) return i;
  throw new IndexError(
    `${op}: expected a bound from 0 to ${shape[axis]} for axis ${axis}, got ${i}. The shape is [${shape.join(",")}].`,
  );
}
