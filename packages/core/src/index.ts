/** Reverse- and forward-mode differentiation of any kind of value. */
export {
  ConvergenceError,
  CotangentError,
  LossError,
  MissingRuleError,
  NaNError,
  TracedValueError,
  TreeError,
} from "./errors/errors.js";
export type { FixedPointOptions } from "./extensions/fixed-point.js";
export { graphDot, graphText } from "./extensions/graph.js";
export type { Graph, GraphNode } from "./extensions/graph.js";
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
export { getValue, mustBeRunning } from "./get-value.js";
export { Container, Primitive, Trace } from "./tracer.js";
export type { Kind, Rule, RuleSet } from "./tracer.js";
export { transforms } from "./transforms.js";
export type { Transforms } from "./transforms.js";
export type { CheckpointOptions } from "./transforms/checkpoint.js";
export type { Argnums, ArgumentsAt, GradOptions, Loss } from "./transforms/grad.js";
export { registerTreeClass } from "./tree/tree.js";
export type { TreeClass } from "./tree/tree.js";
