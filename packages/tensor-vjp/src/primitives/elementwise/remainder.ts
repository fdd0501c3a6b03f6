/** Remainders of division. */
import { div, mul, neg } from "./arithmetic.js";
import { binary } from "./define.js";
import type { BinaryOp } from "./define.js";
import { floor, trunc } from "./rounding.js";

/** x − y·⌊x/y⌋, with the sign of y, broadcasting. Right derivative at jumps. */
export const mod: BinaryOp = binary("mod", (g) => g, (g, _ans, x, y) => neg(mul(g, floor(div(x, y))))); // prettier-ignore

/** x − y·trunc(x/y), with the sign of x, broadcasting. Right derivative at jumps. */
export const fmod: BinaryOp = binary("fmod", (g) => g, (g, _ans, x, y) => neg(mul(g, trunc(div(x, y))))); // prettier-ignore
