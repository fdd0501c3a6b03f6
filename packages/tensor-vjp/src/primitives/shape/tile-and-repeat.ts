/** Repetitions along axes, and their transpose: sums over what was repeated. */
import { kernels } from "@ndgrad/kernels";
import ndarray from "ndarray";
import { op } from "../../op.js";
import type { Op } from "../../op.js";
import { asNd, shapeOf } from "../../tensor.js";
import type { Nd, Shape, Tensor } from "../../tensor.js";
import { permuted, reshapedView } from "../../views.js";

/** How often an axis is laid end to end (`laps`), and each of its entries is repeated in place (`times`). */
export interface Repetition {
  readonly laps: number;
  readonly times: number;
}

/** `x` with one repetition for each axis, n → laps · n · times; axes that `x` lacks come before its own, of size 1. */
export const repeated: Op<[x: Tensor, repetitions: readonly Repetition[]]> = op(
  "repeat",
  {
    shapeOf: (x, repetitions) =>
      ranksUp(shapeOf(x), repetitions).map((n, a) => repetitions[a]!.laps * n * repetitions[a]!.times),
    fill(out, x, repetitions) {
      const nd = asNd(x);
      const shape = ranksUp(nd.shape, repetitions);
      const stride = [...shape.slice(nd.shape.length).fill(0), ...nd.stride].flatMap((s) => [0, s, 0]);
      kernels().copy(
        cutView(out, shape, repetitions),
        ndarray(nd.data, cutShape(shape, repetitions), stride, nd.offset),
      );
    },
  },
  { vjp: [(g, _ans, x, repetitions) => folded(g, shapeOf(x), repetitions), null], jvp: ["linear", null] },
);

/** The transpose of `repeated`: the repetitions of each entry of an array of `shape` summed. */
const folded: Op<[g: Tensor, shape: Shape, repetitions: readonly Repetition[]]> = op(
  "repeatSum",
  {
    shapeOf: (_g, shape) => shape,
    fill(out, g, shape, repetitions) {
      const full = ranksUp(shape, repetitions);
      const axes = full.map((_, a) => 3 * a);
      const entriesFirst = [...axes.map((a) => a + 1), ...axes.flatMap((a) => [a, a + 2])];
      kernels().sum(reshapedView(out, full), permuted(cutView(asNd(g), full, repetitions), entriesFirst));
    },
  },
  {
    vjp: [(g, _ans, _g, _shape, repetitions) => repeated(g, repetitions), null, null],
    jvp: ["linear", null, null],
  },
);

function ranksUp(shape: Shape, repetitions: readonly Repetition[]): number[] {
  return [...repetitions.slice(shape.length).map(() => 1), ...shape];
}

function cutShape(shape: Shape, repetitions: readonly Repetition[]): number[] {
  return shape.flatMap((n, a) => [repetitions[a]!.laps, n, repetitions[a]!.times]);
}

/** A repeated array with each axis seen as three: laps, entries, times. */
function cutView(x: Nd, shape: Shape, repetitions: readonly Repetition[]): Nd {
  const stride = x.stride.flatMap((s, a) => {
    const { times } = repetitions[a]!;
    return [s * shape[a]! * times, s * times, s];
  });
  return ndarray(x.data, cutShape(shape, repetitions), stride, x.offset);
}
