/** Transforms, made for the kinds of value that a library works with. */
import { Boundary } from "./boundary.js";
import { debugNans } from "./extensions/debug-nans.js";
import { fixedPoint } from "./extensions/fixed-point.js";
import { ggnvp } from "./extensions/ggnvp.js";
import { graph } from "./extensions/graph.js";
import { replay } from "./extensions/replay.js";
import type { Space } from "./space.js";
import { batch } from "./transforms/batch.js";
import { checkpoint } from "./transforms/checkpoint.js";
import { customJvp } from "./transforms/custom-jvp.js";
import { customVjp } from "./transforms/custom-vjp.js";
import { elementwiseGrad } from "./transforms/elementwise-grad.js";
import { flatten } from "./transforms/flatten.js";
import { grad } from "./transforms/grad.js";
import { hvp } from "./transforms/hvp.js";
import { jvp } from "./transforms/jvp.js";
import { linearize } from "./transforms/linearize.js";
import { scoped } from "./transforms/scoped.js";
import { stopGradient } from "./transforms/stop-gradient.js";
import { valueAndGrad } from "./transforms/value-and-grad.js";
import { vjp } from "./transforms/vjp.js";

/** The type, the documentation and the code of each transform are in the file of its name. */
const makers = {
  batch,
  checkpoint,
  customJvp,
  customVjp,
  debugNans,
  elementwiseGrad,
  fixedPoint,
  flatten,
  ggnvp,
  grad,
  graph,
  hvp,
  jvp,
  linearize,
  replay,
  scoped,
  stopGradient,
  valueAndGrad,
  vjp,
};

export type Transforms = { readonly [K in keyof typeof makers]: ReturnType<(typeof makers)[K]> };

/**
 * Transforms over values of the given kinds. The spaces are all that core knows of values; give several to let
 * several kinds meet in one trace.
 */
export function transforms(spaces: readonly Space[]): Transforms {
  const boundary = new Boundary(spaces);
  const made = Object.entries(makers).map(([name, make]) => [name, make(boundary)] as const);
  // `Object.fromEntries` forgets which name has which type.
  return Object.fromEntries(made) as Transforms;
}
