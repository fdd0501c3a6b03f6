/** Reading entries by an index. */
import { variadic } from "../../method.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { ArgumentError } from "../../errors.js";
import { read } from "../../primitives/index/selection.js";
import type { Index } from "./expression.js";
import { locate } from "./locate.js";

/**
 * The entries of `x` at `index`, as a fresh array: NumPy's `x[index]`. See `Index` for how to write one; axes that it does
 * not mention are taken whole. Where a slice separates arrays of positions, their axes come first in the result.
 * Linear: each cotangent goes back to the entry that was read, and an entry read twice collects both. The backward pass
 * costs what was read, not the size of `x`. No derivative flows into the index.
 * Throws IndexError for positions out of range, too many items, and arrays of positions that do not broadcast.
 */
export const at: (x: Tensor, index: Index, ...rest: never[]) => Tensor = variadic(
  "at",
  (x, index, ...rest) => {
    if (rest.length > 0)
      throw new ArgumentError(
        `expected at(x, index), got ${2 + rest.length} arguments. Write at(x, [i, j]) for several axes.`,
      );
    return read(x, locate(shapeOf(x), index));
  },
);
