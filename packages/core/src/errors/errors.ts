/** The errors of the tracer. Each message says which op, what was expected, what came, and the remedy. */

/** A traced value was used where only a plain one can be: a JS operator, a write, after its trace ended. */
export class TracedValueError extends TypeError {
  override readonly name = "TracedValueError";
}

/** A primitive has no derivative rule for what was asked of it. */
export class MissingRuleError extends Error {
  override readonly name = "MissingRuleError";
}

/** A derivative rule, or a caller of a pull or a push, gave a value that does not fit its primal. */
export class CotangentError extends TypeError {
  override readonly name = "CotangentError";
}

/** `grad` was given a function whose result is not one real number. */
export class LossError extends TypeError {
  override readonly name = "LossError";
}

/** A nesting of arrays and objects that can't be walked, or two that should match and don't. */
export class TreeError extends TypeError {
  override readonly name = "TreeError";
}

/** An iteration did not settle. */
export class ConvergenceError extends Error {
  override readonly name = "ConvergenceError";
}

/** A NaN appeared while `debugNans` watched. */
export class NaNError extends Error {
  override readonly name = "NaNError";
}
