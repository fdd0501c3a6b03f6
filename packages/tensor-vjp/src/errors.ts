/** The errors of the ops. Each message reads `<op>: expected <what>, got <what>. <remedy>`. */

/** An argument is no tensor, mask, index or option of the kind that the op takes. */
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

/** What code of the user's throws, called by an op, is about the ops in that code. */
const final = new WeakSet<object>();

/** `error`, with `op` in front of its message in the place of the op that was named before. Only errors of this package. */
export function named(error: unknown, op: string): unknown {
  if (isBare(error)) return misused(error, op);
  if (!OURS.some((kind) => error instanceof kind)) return error;
  const ours = error as Error;
  if (final.has(ours)) return error;
  const { message, stack } = ours;
  ours.message = `${op}: ${message.replace(/^[\w.]+: (?=expected )/, "")}`;
  // V8 has written the message there as it was at first.
  if (stack !== undefined) ours.stack = stack.replace(message, () => ours.message);
  return error;
}

/** What the engine throws where an argument is not of its declared type: `undefined` for a shape, an object for a list. */
function isBare(error: unknown): error is TypeError {
  return error instanceof TypeError && error.constructor === TypeError && !final.has(error);
}

function misused(error: TypeError, op: string): ArgumentError {
  return new ArgumentError(
    `${op}: expected arguments of their declared types, got others (${error.message}). Check what you pass.`,
    { cause: error },
  );
}

/** `more` arguments than the `most` that an op has. */
export function tooMany(most: number, more: number): ArgumentError {
  return new ArgumentError(
    `expected at most ${most} argument${most === 1 ? "" : "s"}, got ${most + more}. ` +
      `Give options in an object; to use it in map, write map((x) => …).`,
  );
}

/** What `f` gives; its errors are those of `op`. */
export function namedAs<R>(op: string, f: () => R): R {
  try {
    return f();
  } catch (error) {
    throw named(error, op);
  }
}

/** A function of the user's for an op to call: the names on its errors stay. Throws ArgumentError for what is not one. */
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
