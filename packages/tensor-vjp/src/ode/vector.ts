/** Packs a tree of tensors into one vector and back, both differentiable. */
import { at } from "../ops/index/at.js";
import { slice } from "../ops/index/expression.js";
import { concatenate } from "../ops/shape/join.js";
import { ravel } from "../ops/shape/dimensions.js";
import { reshape } from "../ops/shape/reshape.js";
import { zeros } from "../ops/create/create.js";
import { shapeOf, sizeOf } from "../tensor.js";
import type { Nd, Tensor } from "../tensor.js";
import { flatten } from "../transforms.js";

/** Packs trees of one form. */
export interface Packing<T> {
  readonly pack: (tree: T) => Nd;
  readonly unpack: (vector: Tensor) => T;
  /** Unpacks each row; the tensors of the tree get a first axis for the rows. */
  readonly unpackRows: (rows: Tensor) => unknown;
}

export function packing<T>(like: T): Packing<T> {
  const { values, unflatten } = flatten(like);
  const shapes = values.map((x) => shapeOf(x as Tensor));
  let size = 0;
  const ranges = shapes.map((shape) => slice(size, (size += sizeOf(shape))));
  return {
    pack(tree) {
      const parts = flatten(tree).values.map((x) => ravel(x as Tensor));
      return parts.length === 0 ? zeros(0) : concatenate(parts);
    },
    unpack: (vector) => unflatten(shapes.map((shape, k) => reshape(at(vector, [ranges[k]!]), shape))),
    unpackRows(rows) {
      const count = shapeOf(rows)[0]!;
      return unflatten(shapes.map((shape, k) => reshape(at(rows, [slice(), ranges[k]!]), [count, ...shape])));
    },
  };
}
