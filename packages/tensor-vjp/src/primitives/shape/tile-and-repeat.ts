/** Repetitions along axes, and their transpose: sums over the repetitions. */
import { kernels, ndarray } from "@ndgrad/kernels";
import { linear } from "../../derivative.js";
import { primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import { asNd, shapeOf } from "../../tensor.js";
import type { Nd, Shape, Tensor } from "../../tensor.js";
import { permuteView, reshapeView } from "../../views.js";
import { raiseRank } from "../batching.js";
import { withShape } from "./reshape.js";

/** How often an axis is repeated end to end (`laps`), and each of its entries in place (`times`). */
export interface Repetition {
  readonly laps: number;
  readonly times: number;
}

/** `x` with a repetition for each axis, n → laps · n · times; axes that `x` lacks are added in front, with size 1. */
export const repeatAxes: Op<[x: Tensor, repetitions: readonly Repetition[]]> = primitive("repeat", {
  shape: (x, repetitions) =>
    raiseShape(shapeOf(x), repetitions).map((n, a) => repetitions[a]!.laps * n * repetitions[a]!.times),
  kernel(out, x, repetitions) {
    const nd = asNd(x);
    const shape = raiseShape(nd.shape, repetitions);
    const stride = [...shape.slice(nd.shape.length).fill(0), ...nd.stride].flatMap((s) => [0, s, 0]);
    kernels().copy(
      splitView(out, shape, repetitions),
      ndarray(nd.data, splitShape(shape, repetitions), stride, nd.offset),
    );
  },
  derivative: linear((g, _ans, x, repetitions) => sumRepeats(g, shapeOf(x), repetitions)),
  batching: (_batched, x, repetitions) =>
    repeatAxes(raiseRank(x, repetitions.length), [ONCE, ...repetitions]),
});

/** The transpose of `repeated`: the repetitions of each entry of an array of `shape` summed. */
const sumRepeats: Op<[g: Tensor, shape: Shape, repetitions: readonly Repetition[]]> = primitive("repeatSum", {
  shape: (_g, shape) => shape,
  kernel(out, g, shape, repetitions) {
    const full = raiseShape(shape, repetitions);
    const axes = full.map((_, a) => 3 * a);
    const entriesFirst = [...axes.map((a) => a + 1), ...axes.flatMap((a) => [a, a + 2])];
    kernels().sum(reshapeView(out, full), permuteView(splitView(asNd(g), full, repetitions), entriesFirst));
  },
  derivative: linear((g, _ans, _g, _shape, repetitions) => repeatAxes(g, repetitions)),
  batching(_batched, g, shape, repetitions) {
    const size = shapeOf(g)[0]!;
    const sums = sumRepeats(g, [size, ...raiseShape(shape, repetitions)], [ONCE, ...repetitions]);
    return withShape(sums, [size, ...shape]);
  },
});

const ONCE: Repetition = { laps: 1, times: 1 };

function raiseShape(shape: Shape, repetitions: readonly Repetition[]): number[] {
  return [...repetitions.slice(shape.length).map(() => 1), ...shape];
}

function splitShape(shape: Shape, repetitions: readonly Repetition[]): number[] {
  return shape.flatMap((n, a) => [repetitions[a]!.laps, n, repetitions[a]!.times]);
}

/** A repeated array with each axis seen as three: laps, entries, times. */
function splitView(x: Nd, shape: Shape, repetitions: readonly Repetition[]): Nd {
  const stride = x.stride.flatMap((s, a) => {
    const { times } = repetitions[a]!;
    return [s * shape[a]! * times, s * times, s];
  });
  return ndarray(x.data, splitShape(shape, repetitions), stride, x.offset);
}
