/** Elementwise ops whose slope shares most of their work: where a trace is to see the answer, both are computed at once. */
import type { PrimitiveFn } from "@ndgrad/core";
import { kernelNamed, withSlope as parts } from "@ndgrad/kernels";
import type { WithSlopeName } from "@ndgrad/kernels";
import { mapped1, mapped2, primitive } from "../../op.js";
import { slopeOf, withSlope } from "../../scope.js";
import { namedAs } from "../../errors.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { isUniform } from "../../views.js";
import { binaryImpl, unaryImpl } from "./define.js";
import type { Times, UnaryOp } from "./define.js";

/** The op on the kernel `name`; `times` gives g·f'(x), by the slope's own op, from `g`, the answer and `x`. */
export function unaryWithSlope(name: WithSlopeName, times: Times): UnaryOp {
  const [value] = parts[name];
  const alone = unaryImpl(value);
  const kernel = kernelNamed(name);
  const impl = (x: Tensor): Tensor => {
    const shape = namedAs(value, () => shapeOf(x));
    if (typeof x === "number" || isUniform(x)) return alone(x);
    return withSlope(shape, (both) => kernel()(both, x)) ?? alone(x);
  };
  return mapped1(primitive(value, impl, { vjp: [times], jvp: [times] })) as UnaryOp;
}

/**
 * The slope of such an op, from its answer and its argument, which is cheaper than from either alone. It counts as a
 * function of the argument only; `times` gives g·s'(x) from `g`, the slope, the op's answer and `x`.
 */
export function slope(
  name: WithSlopeName,
  times: (g: Tensor, s: Tensor, ans: Tensor, x: Tensor) => Tensor,
): PrimitiveFn<[ans: Tensor, x: Tensor], Tensor> {
  const [value, part] = parts[name];
  const sigmoid = unaryImpl("sigmoid");
  const compute = part === "sigmoid" ? (_ans: Tensor, x: Tensor) => sigmoid(x) : binaryImpl(part);
  const impl = (ans: Tensor, x: Tensor): Tensor =>
    (typeof ans === "number" ? undefined : slopeOf(ans)) ?? compute(ans, x);
  return mapped2(primitive(`${value}Slope`, impl, { vjp: [null, times], jvp: [null, times] }));
}
