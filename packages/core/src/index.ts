/** Reverse- and forward-mode differentiation of any kind of value. */
export {
  ConvergenceError,
  CotangentError,
  LossError,
  MissingRuleError,
  NaNError,
  TracedValueError,
  TreeError,
} from "./errors.js";
export type { DebugNans } from "./extensions/debug-nans.js";
export type { FixedPoint, FixedPointOptions } from "./extensions/fixed-point.js";
export type { Ggnvp } from "./extensions/ggnvp.js";
export { graphDot, graphText } from "./extensions/graph.js";
export type { Graph, GraphNode, GraphOf } from "./extensions/graph.js";
export type { Replay } from "./extensions/replay.js";
export { attachBatching, attachRules, nonDifferentiable, primitive } from "./primitive.js";
export type {
  Args,
  BatchRule,
  Cotangent,
  Declared,
  JvpRules,
  PrimitiveFn,
  PrimitiveOptions,
  Rules,
  Tangent,
  VjpRules,
} from "./primitive.js";
export { isTransient } from "./scope.js";
export type { Scope } from "./scope.js";
export { Contribution, findSpace, spaceOf } from "./space.js";
export type { Accumulator, ContainerClass, Space, Spaces } from "./space.js";
export { getValue } from "./get-value.js";
export { Container, Primitive, Trace } from "./tracer.js";
export type { Kind, Rule, RuleSet } from "./tracer.js";
export { transforms } from "./transforms.js";
export type { Transforms } from "./transforms.js";
export type { Batch } from "./transforms/batch.js";
export type { Checkpoint, CheckpointOptions } from "./transforms/checkpoint.js";
export type { CustomJvp } from "./transforms/custom-jvp.js";
export type { CustomVjp } from "./transforms/custom-vjp.js";
export type { ElementwiseGrad } from "./transforms/elementwise-grad.js";
export type { Flatten } from "./transforms/flatten.js";
export type { Argnums, ArgumentsAt, Grad, GradOptions, Loss } from "./transforms/grad.js";
export type { Hvp } from "./transforms/hvp.js";
export type { Jvp } from "./transforms/jvp.js";
export type { Linearize } from "./transforms/linearize.js";
export type { Scoped } from "./transforms/scoped.js";
export type { StopGradient } from "./transforms/stop-gradient.js";
export type { ValueAndGrad } from "./transforms/value-and-grad.js";
export type { Vjp } from "./transforms/vjp.js";
export { registerTreeClass } from "./tree.js";
export type { TreeClass } from "./tree.js";
