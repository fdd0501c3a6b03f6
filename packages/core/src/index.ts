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
export { nonDifferentiable, primitive } from "./primitive.js";
export { attachBatching, attachRules, confine, Primitive } from "./rules.js";
export type {
  Args,
  BatchRule,
  Cotangent,
  Declared,
  JvpRules,
  PrimitiveFn,
  Rules,
  Tangent,
  VjpRules,
} from "./rules.js";
export { isTransient } from "./scope.js";
export type { Scope } from "./scope.js";
export type { ContainerClass, Space } from "./space.js";
export { Container, getValue, Trace } from "./trace.js";
export { transforms } from "./transforms.js";
export type { Loss, Transforms } from "./transforms/interface.js";
export type { FixedPointOptions } from "./transforms/fixed-point.js";
export type { GradOptions } from "./transforms/grad.js";
export type { CheckpointOptions } from "./transforms/custom.js";
export { graphDot, graphText } from "./transforms/graph.js";
export type { Graph, GraphNode } from "./transforms/graph.js";
export { registerTreeClass } from "./tree-class.js";
export type { TreeClass } from "./tree-class.js";
