/** Tensors with a label per axis: the steps of einsum and tensordot. */
import { sizeOf, shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { restride } from "../../views.js";
import { product } from "../../primitives/products/matmul.js";
import { permute } from "../../primitives/shape/permute.js";
import { read, viewSelection } from "../../primitives/index/selection.js";
import { reshape } from "../shape/reshape.js";
import { sumOver } from "../../primitives/reduce/sum.js";

/** A tensor whose axis i has the label labels[i]. */
export interface Labelled {
  readonly x: Tensor;
  readonly labels: readonly string[];
}

/** `t` with its axes in the order of `labels`, which are a permutation of its own. */
export function arrange({ x, labels: from }: Labelled, labels: readonly string[]): Labelled {
  const axes = labels.map((label) => from.indexOf(label));
  return { x: axes.every((a, i) => a === i) ? x : permute(x, axes), labels };
}

/** Sum over the axes whose label is not in `keep`. */
export function sumOut({ x, labels }: Labelled, keep: ReadonlySet<string>): Labelled {
  const axes = [...labels.keys()].filter((a) => !keep.has(labels[a]!));
  if (axes.length === 0) return { x, labels };
  return { x: sumOver(x, axes, false), labels: labels.filter((label) => keep.has(label)) };
}

/** One axis per label: the entries where axes with the same label have the same index. Their sizes are known to agree. */
export function takeDiagonals({ x, labels }: Labelled): Labelled {
  const once = [...new Set(labels)];
  if (once.length === labels.length) return { x, labels };
  const shape = once.map((label) => shapeOf(x)[labels.indexOf(label)]!);
  const strides = (stride: readonly number[]): number[] =>
    once.map((label) => stride.reduce((s, st, a) => (labels[a] === label ? s + st : s), 0));
  return {
    x: read(
      x,
      viewSelection(shape, (nd) => restride(nd, shape, strides(nd.stride))),
    ),
    labels: once,
  };
}

/**
 * Multiply `a` and `b` and sum over the labels that they share but `keep` lacks: one batched matrix product. Labels that
 * only one of them has must be in `keep`. The labels of the result: shared and kept, then those of `a`, then those of `b`.
 */
export function contract(a: Labelled, b: Labelled, keep: ReadonlySet<string>): Labelled {
  const shared = a.labels.filter((label) => b.labels.includes(label));
  const batch = shared.filter((label) => keep.has(label));
  const inner = shared.filter((label) => !keep.has(label));
  const rows = a.labels.filter((label) => !shared.includes(label));
  const columns = b.labels.filter((label) => !shared.includes(label));
  const sizes = new Map(
    [a, b].flatMap((t) => t.labels.map((label, i) => [label, shapeOf(t.x)[i]!] as const)),
  );
  const size = (labels: readonly string[]): number[] => labels.map((label) => sizes.get(label)!);
  const left = reshape(arrange(a, [...batch, ...rows, ...inner]).x, [
    ...size(batch),
    sizeOf(size(rows)),
    sizeOf(size(inner)),
  ]);
  const right = reshape(arrange(b, [...batch, ...inner, ...columns]).x, [
    ...size(batch),
    sizeOf(size(inner)),
    sizeOf(size(columns)),
  ]);
  const labels = [...batch, ...rows, ...columns];
  return { x: reshape(product(left, right, false, false), size(labels)), labels };
}
