/** The errors of the tracer. A message names the op, what it expected, what it got, and the remedy. */

/** A traced value was used where it can't be: with a JS operator, in a write, after its trace ended. */
export class TracedValueError extends TypeError {
  override readonly name = "TracedValueError";
}

/** A primitive lacks the derivative rule that a transform needs. */
export class MissingRuleError extends Error {
  override readonly name = "MissingRuleError";
}

/** A derivative from a rule, or one passed to a pull or a push, has another form than its primal. */
export class CotangentError extends TypeError {
  override readonly name = "CotangentError";
}

/** The function passed to `grad` returned something other than one real number. */
export class LossError extends TypeError {
  override readonly name = "LossError";
}

/** A tree can't be taken apart, or two trees that should have the same structure don't. */
export class TreeError extends TypeError {
  override readonly name = "TreeError";
}

/** An iteration did not converge. */
export class ConvergenceError extends Error {
  override readonly name = "ConvergenceError";
}

/** A NaN appeared while `debugNans` watched. */
export class NaNError extends Error {
  override readonly name = "NaNError";
}
