/** All transforms, bound to the kinds of value that a library works with. */
import { Boundary } from "./transforms/boundary.js";
import { debugNans } from "./extensions/debug-nans.js";
import type { DebugNansTransform } from "./extensions/debug-nans.js";
import { fixedPoint } from "./extensions/fixed-point.js";
import type { FixedPointTransform } from "./extensions/fixed-point.js";
import { ggnvp } from "./extensions/ggnvp.js";
import type { GgnvpTransform } from "./extensions/ggnvp.js";
import { graph } from "./extensions/graph.js";
import type { GraphTransform } from "./extensions/graph.js";
import { replay } from "./extensions/replay.js";
import type { ReplayTransform } from "./extensions/replay.js";
import type { Space } from "./space.js";
import { batch } from "./transforms/batch.js";
import type { BatchTransform } from "./transforms/batch.js";
import { checkpoint } from "./transforms/checkpoint.js";
import type { CheckpointTransform } from "./transforms/checkpoint.js";
import { customJvp } from "./transforms/custom-jvp.js";
import type { CustomJvpTransform } from "./transforms/custom-jvp.js";
import { customVjp } from "./transforms/custom-vjp.js";
import type { CustomVjpTransform } from "./transforms/custom-vjp.js";
import { elementwiseGrad } from "./transforms/elementwise-grad.js";
import type { ElementwiseGradTransform } from "./transforms/elementwise-grad.js";
import { flatten } from "./transforms/flatten.js";
import type { FlattenTransform } from "./transforms/flatten.js";
import { grad } from "./transforms/grad.js";
import type { GradTransform } from "./transforms/grad.js";
import { hvp } from "./transforms/hvp.js";
import type { HvpTransform } from "./transforms/hvp.js";
import { jvp } from "./transforms/jvp.js";
import type { JvpTransform } from "./transforms/jvp.js";
import { linearize } from "./transforms/linearize.js";
import type { LinearizeTransform } from "./transforms/linearize.js";
import { scoped } from "./transforms/scoped.js";
import type { ScopedTransform } from "./transforms/scoped.js";
import { stopGradient } from "./transforms/stop-gradient.js";
import type { StopGradientTransform } from "./transforms/stop-gradient.js";
import { valueAndGrad } from "./transforms/value-and-grad.js";
import type { ValueAndGradTransform } from "./transforms/value-and-grad.js";
import { vjp } from "./transforms/vjp.js";
import type { VjpTransform } from "./transforms/vjp.js";

/**
 * Each transform has its type, documentation and code in the file of its name. The types declare methods, so that an
 * editor also shows the documentation of a name destructured from `transforms(…)`.
 */
export interface Transforms
  extends
    BatchTransform,
    CheckpointTransform,
    CustomJvpTransform,
    CustomVjpTransform,
    DebugNansTransform,
    ElementwiseGradTransform,
    FixedPointTransform,
    FlattenTransform,
    GgnvpTransform,
    GradTransform,
    GraphTransform,
    HvpTransform,
    JvpTransform,
    LinearizeTransform,
    ReplayTransform,
    ScopedTransform,
    StopGradientTransform,
    ValueAndGradTransform,
    VjpTransform {}

/**
 * Transforms over values of the given kinds. The spaces are all that core knows about values; with several of them,
 * several kinds may meet in one trace.
 */
export function transforms(spaces: readonly Space[]): Transforms {
  const boundary = new Boundary(spaces);
  return {
    batch: batch(boundary),
    checkpoint: checkpoint(boundary),
    customJvp: customJvp(boundary),
    customVjp: customVjp(boundary),
    debugNans: debugNans(boundary),
    elementwiseGrad: elementwiseGrad(boundary),
    fixedPoint: fixedPoint(boundary),
    flatten: flatten(boundary),
    ggnvp: ggnvp(boundary),
    grad: grad(boundary),
    graph: graph(boundary),
    hvp: hvp(boundary),
    jvp: jvp(boundary),
    linearize: linearize(boundary),
    replay: replay(boundary),
    scoped: scoped(boundary),
    stopGradient: stopGradient(boundary),
    valueAndGrad: valueAndGrad(boundary),
    vjp: vjp(boundary),
  };
}
