/** Reductions that ignore NaN. */
import { method } from "../../method.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { div, square, sub } from "../../primitives/elementwise/arithmetic.js";
import { broadcastTo } from "../../primitives/shape/broadcast.js";
import { equal, lessEqual } from "../../primitives/elementwise/comparison.js";
import { max, min } from "./max-min.js";
import { isnan } from "../../primitives/elementwise/mask.js";
import type { VarianceOp } from "./mean.js";
import { sqrt } from "../../primitives/elementwise/power.js";
import { prod } from "./prod.js";
import { reduction } from "./reduction.js";
import type { ReduceOp, ReduceOptions } from "./reduction.js";
import { sumOver } from "../../primitives/reduce/sum.js";
import { sum } from "./sum.js";
import { where } from "../elementwise/where.js";

/** x with `value` in place of NaN. */
const replaceNaN = (x: Tensor, value: number): Tensor => where(isnan(x), value, x);

/** How many entries are not NaN. */
function countNumbers(x: Tensor, options: ReduceOptions): Tensor {
  return sum(where(isnan(x), 0, broadcastTo(1, shapeOf(x))), options);
}

/** Sum of the entries that are not NaN; 0 for none. Shapes as for `sum`. NaN entries have derivative 0, here and below. */
export const nansum: ReduceOp = reduction("nansum", (x, axes, keepdims) =>
  sumOver(replaceNaN(x, 0), axes, keepdims),
);

/** Product of the entries that are not NaN; 1 for none. Shapes as for `prod`. */
export const nanprod: ReduceOp = reduction("nanprod", (x, axis, keepdims) =>
  prod(replaceNaN(x, 1), { axis, keepdims }),
);

/** Mean of the entries that are not NaN; NaN for none. Shapes as for `mean`. */
export const nanmean: ReduceOp = reduction("nanmean", (x, axis, keepdims) =>
  div(sumOver(replaceNaN(x, 0), axis, keepdims), countNumbers(x, { axis, keepdims })),
);

/** Variance of the entries that are not NaN. Shapes as for `variance`; NaN where count − ddof ≤ 0. */
export const nanvar: VarianceOp = dispersion("nanvar", (v) => v);

/** Square root of `nanvar`; derivative 0 where all entries are equal. */
export const nanstd: VarianceOp = dispersion("nanstd", (v) => {
  // √ has no finite slope at 0: it gets 1 there, and is replaced by 0, whose derivatives of any order are 0.
  const isZero = equal(v, 0);
  return where(isZero, 0, sqrt(where(isZero, 1, v)));
});

/** Largest of the entries that are not NaN; NaN for none. Shapes and ties as for `max`. Throws ValueError over an empty axis. */
export const nanmax: ReduceOp = reduction("nanmax", (x, axis, keepdims) => {
  const largest = max(replaceNaN(x, -Infinity), { axis, keepdims });
  return where(equal(countNumbers(x, { axis, keepdims }), 0), NaN, largest);
});

/** Smallest of the entries that are not NaN; otherwise as `nanmax`. */
export const nanmin: ReduceOp = reduction("nanmin", (x, axis, keepdims) => {
  const smallest = min(replaceNaN(x, Infinity), { axis, keepdims });
  return where(equal(countNumbers(x, { axis, keepdims }), 0), NaN, smallest);
});

function dispersion(name: string, of: (variance: Tensor) => Tensor): VarianceOp {
  const op: VarianceOp = method(
    name,
    { axis: undefined, keepdims: false, ddof: 0 },
    (x, { axis, keepdims, ddof }) => {
      const deviation = sub(replaceNaN(x, 0), nanmean(x, { axis, keepdims: true }));
      const squares = square(where(isnan(x), 0, deviation));
      const freedom = sub(countNumbers(x, { axis, keepdims }), ddof);
      return of(div(sum(squares, { axis, keepdims }), where(lessEqual(freedom, 0), NaN, freedom)));
    },
  );
  return op;
}
