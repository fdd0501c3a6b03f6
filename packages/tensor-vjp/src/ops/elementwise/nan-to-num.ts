/** NaN and infinities replaced by finite numbers. */
import { method } from "../../method.js";
import type { SameKindOp } from "../../method.js";
import { equal } from "../../primitives/elementwise/comparison.js";
import { sameKind } from "../../as-array.js";
import { isnan } from "../../primitives/elementwise/mask.js";
import { where } from "./where.js";

export interface NanToNumOptions {
  /** What NaN becomes. */
  readonly nan?: number;
  /** What +∞ and −∞ become: the largest finite numbers by default. */
  readonly posinf?: number;
  readonly neginf?: number;
}

/** `x` with NaN and infinities replaced. Shapes: kept. Derivative 1 where `x` is finite, else 0. */
export const nanToNum: SameKindOp<[options?: NanToNumOptions]> = method(
  "nanToNum",
  { nan: 0, posinf: Number.MAX_VALUE, neginf: -Number.MAX_VALUE },
  (x, { nan, posinf, neginf }) => {
    const finite = where(equal(x, Infinity), posinf, where(equal(x, -Infinity), neginf, x));
    return sameKind(x, where(isnan(x), nan, finite));
  },
);
