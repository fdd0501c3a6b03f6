/** The errors of the ops. Each message reads `<op>: expected <what>, got <what>. <remedy>`. */

/** An argument is not a tensor, mask, index or option of the kind that the op takes. */
export class ArgumentError extends TypeError {
  override readonly name = "ArgumentError";
}

/** Shapes that do not fit together. */
export class ShapeError extends RangeError {
  override readonly name = "ShapeError";
}

/** An axis out of range, or named twice. */
export class AxisError extends RangeError {
  override readonly name = "AxisError";
}

/** An index out of range, or index arrays that do not fit together. */
export class IndexError extends RangeError {
  override readonly name = "IndexError";
}

/** A value that the op is not defined for: an empty maximum, a negative size. */
export class ValueError extends RangeError {
  override readonly name = "ValueError";
}

/** A matrix that the decomposition is not defined for: not square, singular, not positive definite. */
export class LinalgError extends RangeError {
  override readonly name = "LinalgError";
}

const OURS = [ArgumentError, ShapeError, AxisError, IndexError, ValueError, LinalgError];

/** Errors from the user's code, called by an op. They are about the ops in that code and keep their names. */
const final = new WeakSet<object>();

/** Put `op` in front of the message of `error`, instead of the op named there before. Other packages' errors are left alone. */
export function nameError(error: unknown, op: string): unknown {
  if (isBare(error)) return wrongType(error, op);
  if (!OURS.some((kind) => error instanceof kind)) return error;
  const ours = error as Error;
  if (final.has(ours)) return error;
  const { message, stack } = ours;
  ours.message = `${op}: ${message.replace(/^[\w.]+: (?=expected )/, "")}`;
  // V8 copied the message into the stack when the error was made.
  if (stack !== undefined) ours.stack = stack.replace(message, () => ours.message);
  return error;
}

/** What the engine throws if an argument is not of its declared type: `undefined` for a shape, an object for a list. */
function isBare(error: unknown): error is TypeError {
  return error instanceof TypeError && error.constructor === TypeError && !final.has(error);
}

function wrongType(error: TypeError, op: string): ArgumentError {
  return new ArgumentError(
    `${op}: expected arguments of their declared types, got others (${error.message}). Check what you pass.`,
    { cause: error },
  );
}

/** The error for `more` arguments beyond the `most` that an op takes. */
export function tooMany(most: number, more: number): ArgumentError {
  return new ArgumentError(
    `expected at most ${most} argument${most === 1 ? "" : "s"}, got ${most + more}. ` +
      `Give options in an object; in a map, write map((x) => …).`,
  );
}

/** Call `f`; errors that it throws get the name `op`. */
export function withErrorName<R>(op: string, f: () => R): R {
  try {
    return f();
  } catch (error) {
    throw nameError(error, op);
  }
}

/** Wraps a function of the user's that an op calls, so that its errors keep their names. Throws ArgumentError for what is not a function. */
export function asWritten<A extends readonly unknown[], R>(f: (...args: A) => R): (...args: A) => R {
  if (typeof f !== "function")
    throw new ArgumentError(
      `expected a function, got ${String(f)}. Pass the function itself, not what it returns.`,
    );
  return (...args) => {
    try {
      return f(...args);
    } catch (error) {
      if (typeof error === "object" && error !== null) final.add(error);
      throw error;
    }
  };
}
