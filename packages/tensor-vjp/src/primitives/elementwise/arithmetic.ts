/** The four operations and their relatives. */
import { binary, unary } from "./define.js";
import type { BinaryOp, UnaryOp } from "./define.js";

/** x + y, broadcasting. */
export const add: BinaryOp = binary("add", (g) => g, (g) => g); // prettier-ignore

/** x − y, broadcasting. */
export const sub: BinaryOp = binary("sub", (g) => g, (g) => neg(g)); // prettier-ignore

/** x · y, entry by entry, broadcasting. */
export const mul: BinaryOp = binary(
  "mul",
  (g, _ans, _x, y) => mul(g, y),
  (g, _ans, x) => mul(g, x),
  { left: 1, right: 1 },
);

/** x / y, broadcasting; IEEE division by zero. */
export const div: BinaryOp = binary(
  "div",
  (g, _ans, _x, y) => div(g, y),
  (g, ans, _x, y) => neg(div(mul(g, ans), y)),
  { right: 1 },
);

/** −x. */
export const neg: UnaryOp = unary("neg", (g) => neg(g));

/** x². */
export const square: UnaryOp = unary("square", (g, _ans, x) => doubleMul(g, x));

/** 2·x·y. */
const doubleMul: BinaryOp = binary(
  "doubleMul",
  (g, _ans, _x, y) => doubleMul(g, y),
  (g, _ans, x) => doubleMul(g, x),
);

/** 1 / x. */
export const reciprocal: UnaryOp = unary("reciprocal", (g, ans) => neg(mul(g, square(ans))));
