/** An array put together from parts at places of their own. */
import { Container } from "@ndgrad/core";
import type { PrimitiveFn } from "@ndgrad/core";
import { primitive } from "../../op.js";
import { scratch } from "../../scope.js";
import { asNd, result } from "../../tensor.js";
import type { Shape, Tensor } from "../../tensor.js";
import { broadcastView } from "../../views.js";
import { read } from "./selection.js";
import type { Target } from "./selection.js";

/** What stands at a place: an array of the place's shape; if plain, one that broadcasts to it. */
export interface Part {
  readonly selection: Target;
  readonly x: Tensor;
}

/** An array of `shape` with `constants` and `xs` written at places that do not overlap, 0 elsewhere. */
const assembled: PrimitiveFn<
  [shape: Shape, constants: readonly Part[], selections: readonly Target[], ...xs: Tensor[]],
  Tensor
> = primitive(
  "concatenate",
  (shape: Shape, constants: readonly Part[], selections: readonly Target[], ...xs: Tensor[]) => {
    const out = scratch(shape);
    out.data.fill(0);
    for (const { selection, x } of constants) selection.write(out, broadcastView(asNd(x), selection.shape));
    selections.forEach((selection, i) => selection.write(out, asNd(xs[i]!)));
    return result(out);
  },
  {
    vjp: (g, _ans, _shape, _constants, selections) => [
      null,
      null,
      null,
      ...selections.map((selection) => read(g, selection)),
    ],
    jvp: ([, , , ...ts], _ans, shape, _constants, selections) => {
      const moving = [...ts.keys()].filter((i) => ts[i] !== null);
      return assembled(
        shape,
        [],
        moving.map((i) => selections[i]!),
        ...moving.map((i) => ts[i]!),
      );
    },
  },
);

/** An array of `shape` made of parts that do not overlap, traced or plain; 0 where there is none. */
export function assemble(shape: Shape, parts: readonly Part[]): Tensor {
  const traced = parts.filter(({ x }) => x instanceof Container);
  const constants = parts.filter(({ x }) => !(x instanceof Container));
  return assembled(
    shape,
    constants,
    traced.map(({ selection }) => selection),
    ...traced.map(({ x }) => x),
  );
}
