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
