/** Changes of unit, and a plain copy. */
import { sameKind } from "../../as-array.js";
import { method } from "../../method.js";
import type { SameKindOp } from "../../method.js";
import { mul } from "../../primitives/elementwise/arithmetic.js";

/** +x, a copy. Shapes: kept. Linear. */
export const positive: SameKindOp = method("positive", (x) => sameKind(x, mul(x, 1)));

/** Degrees to radians. */
export const deg2rad: SameKindOp = method("deg2rad", (x) => sameKind(x, mul(x, Math.PI / 180)));

/** Radians to degrees. */
export const rad2deg: SameKindOp = method("rad2deg", (x) => sameKind(x, mul(x, 180 / Math.PI)));
