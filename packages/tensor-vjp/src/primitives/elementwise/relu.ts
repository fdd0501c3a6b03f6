/** The positive part. */
import { binary, unary } from "./define.js";
import type { BinaryOp, UnaryOp } from "./define.js";

/** max(x, 0); derivative 0 at 0. */
export const relu: UnaryOp = unary("relu", (g, _ans, x) => wherePositive(g, x));

/** g where x > 0, else 0. */
const wherePositive: BinaryOp = binary("wherePositive", (g, _ans, _x, y) => wherePositive(g, y), null);
