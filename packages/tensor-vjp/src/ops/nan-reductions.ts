/** Reductions that pass over NaN. */
import { checked } from "../options.js";
import { shapeOf } from "../tensor.js";
import type { Tensor } from "../tensor.js";
import { div, square, sub } from "./arithmetic.js";
import { broadcastTo } from "./broadcasting.js";
import { equal, lessEqual } from "./comparison.js";
import { max, min } from "./extremes.js";
import { isnan } from "./mask.js";
import { sqrt } from "./power.js";
import { prod } from "./prod.js";
import type { ReduceOptions } from "./reduction.js";
import { sum } from "./sum.js";
import { where } from "./where.js";

/** x with `value` in place of NaN. */
const filled = (x: Tensor, value: number): Tensor => where(isnan(x), value, x);

/** How many entries are not NaN. */
function counted(x: Tensor, options: ReduceOptions): Tensor {
  return sum(where(isnan(x), 0, broadcastTo(1, shapeOf(x))), options);
}

/** Sum of the entries that are not NaN; 0 for none. Shapes as for `sum`. NaN entries have derivative 0; also below. */
export function nansum(x: Tensor, options: ReduceOptions = {}): Tensor {
  return sum(filled(x, 0), options);
}

/** Product of the entries that are not NaN; 1 for none. Shapes as for `prod`. */
export function nanprod(x: Tensor, options: ReduceOptions = {}): Tensor {
  return prod(filled(x, 1), options);
}

/** Mean of the entries that are not NaN; NaN for none. Shapes as for `mean`. */
export function nanmean(x: Tensor, options: ReduceOptions = {}): Tensor {
  return div(nansum(x, options), counted(x, options));
}

/** Variance of the entries that are not NaN. Shapes as for `variance`; NaN where count − ddof ≤ 0. */
export function nanvar(x: Tensor, given: ReduceOptions & { readonly ddof?: number } = {}): Tensor {
  const { ddof = 0, ...options } = checked("nanvar", given, ["axis", "keepdims", "ddof"]);
  const deviation = sub(filled(x, 0), nanmean(x, { ...options, keepdims: true }));
  const squares = where(isnan(x), 0, square(where(isnan(x), 0, deviation)));
  const freedom = sub(counted(x, options), ddof);
  return div(sum(squares, options), where(lessEqual(freedom, 0), NaN, freedom));
}

/** Square root of `nanvar`; derivative 0 where all entries are equal. */
export function nanstd(x: Tensor, options: ReduceOptions & { readonly ddof?: number } = {}): Tensor {
  const v = nanvar(x, options);
  const isZero = equal(v, 0);
  return where(isZero, 0, sqrt(where(isZero, 1, v)));
}

/** Largest of the entries that are not NaN; NaN for none. Shapes and ties as for `max`. */
export function nanmax(x: Tensor, options: ReduceOptions = {}): Tensor {
  return where(equal(counted(x, options), 0), NaN, max(filled(x, -Infinity), options));
}

/** Smallest of the entries that are not NaN; NaN for none. Shapes and ties as for `min`. */
export function nanmin(x: Tensor, options: ReduceOptions = {}): Tensor {
  return where(equal(counted(x, options), 0), NaN, min(filled(x, Infinity), options));
}
