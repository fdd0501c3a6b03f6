/** An array assembled from parts, each at a selection of its own. */
import { Container } from "@ndgrad/core";
import { primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import { asNd, shapeOf } from "../../tensor.js";
import type { Shape, Tensor } from "../../tensor.js";
import { broadcastView } from "../../views.js";
import { inEveryExample } from "../shape/broadcast.js";
import { MANY } from "../many.js";
import { boxSelection, read } from "./selection.js";
import type { Target } from "./selection.js";

/** An array and where it goes. It has the shape of the selection, or if plain, broadcasts to it. */
export interface Part {
  readonly selection: Target;
  readonly x: Tensor;
}

type Assembled = Op<
  [shape: Shape, constants: readonly Part[], selections: readonly Target[], ...xs: Tensor[]]
>;

/** An array of `shape` with `constants` and `xs` written at selections that do not overlap, 0 elsewhere. */
const assembleParts: Assembled = primitive("concatenate", {
  shape: (shape) => shape,
  kernel(out, _shape, constants, selections, ...xs) {
    out.data.fill(0);
    for (const { selection, x } of constants) selection.write(out, broadcastView(asNd(x), selection.shape));
    selections.forEach((selection, i) => selection.write(out, asNd(xs[i]!)));
  },
  derivative: {
    vjp: (g, _ans, _shape, _constants, selections) => [
      null,
      null,
      null,
      ...selections.map((selection) => read(g, selection)),
    ],
    jvp: ([, , , ...ts], _ans, shape, _constants, selections) => {
      const moving = [...ts.keys()].filter((i) => ts[i] !== null);
      return assembleParts(
        shape,
        [],
        moving.map((i) => selections[i]!),
        ...moving.map((i) => ts[i]!),
      );
    },
  },
  batching([, , , ...batched], shape, constants, selections, ...xs) {
    const size = shapeOf(xs[batched.indexOf(true)]!)[0]!;
    return assembleParts(
      [size, ...shape],
      constants.map(({ selection, x }) => ({ selection: selection.inEach(size), x })),
      selections.map((selection) => selection.inEach(size)),
      ...xs.map((x, i) => (batched[i] ? x : inEveryExample(x, size))),
    );
  },
});

/** An array of `shape` made of parts that do not overlap, traced or plain; 0 elsewhere. */
export function assemble(shape: Shape, parts: readonly Part[]): Tensor {
  const traced = parts.filter(({ x }) => x instanceof Container);
  const constants = parts.filter(({ x }) => !(x instanceof Container));
  let whole = assembleSome(shape, constants, traced.slice(0, MANY));
  for (let i = MANY; i < traced.length; i += MANY) {
    // What is whole so far holds zeros where the next parts are written over it.
    const soFar = { selection: boxSelection(shape, shape.map(() => 0)), x: whole }; // prettier-ignore
    whole = assembleSome(shape, [], [soFar, ...traced.slice(i, i + MANY)]);
  }
  return whole;
}

function assembleSome(shape: Shape, constants: readonly Part[], traced: readonly Part[]): Tensor {
  const selections = traced.map(({ selection }) => selection);
  return assembleParts(shape, constants, selections, ...traced.map(({ x }) => x));
}
