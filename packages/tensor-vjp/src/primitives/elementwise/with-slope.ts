/** Elementwise ops that share most of their work with their slope: a backend that computes both saves it with the answer. */
import type { PrimitiveFn } from "@ndgrad/core";
import { kernelNamed } from "@ndgrad/kernels";
import { withErrorName } from "../../errors.js";
import { define, leadingAxis } from "../../primitive.js";
import { residualOf, save } from "../../scope.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { isUniform } from "../../views.js";
import { broadcasting } from "../batching.js";
import { unaryImpl } from "./define.js";
import type { Times, UnaryOp } from "./define.js";

/** The op on the kernel `name`; `times` gives g·f'(x) from `g`, the answer and `x`, by the op that `slope` makes. */
export function unaryWithSlope(name: "tanh" | "sigmoid" | "softplus", times: Times): UnaryOp {
  const alone = unaryImpl(name);
  const kernel = kernelNamed(name);
  const impl = (x: Tensor): Tensor => {
    const { andSlope } = kernel();
    const shape = withErrorName(name, () => shapeOf(x));
    if (andSlope === undefined || typeof x === "number" || isUniform(x)) return alone(x);
    return save(shape, (ans, slope) => andSlope(ans, slope, x)) ?? alone(x);
  };
  return define(name, impl, { derivative: { vjp: [times], jvp: [times] }, batching: leadingAxis }) as UnaryOp;
}

/**
 * The slope of such an op from its answer and argument: what was saved with the answer, else what `compute` gives. It is
 * differentiated in the argument only; `times` gives g·s'(x) from `g`, the slope, the op's answer and `x`.
 */
export function slope(
  name: string,
  compute: (ans: Tensor, x: Tensor) => Tensor,
  times: (g: Tensor, s: Tensor, ans: Tensor, x: Tensor) => Tensor,
): PrimitiveFn<[ans: Tensor, x: Tensor], Tensor> {
  const impl = (ans: Tensor, x: Tensor): Tensor => residualOf(ans) ?? compute(ans, x);
  return define(name, impl, {
    derivative: { vjp: [null, times], jvp: [null, times] },
    batching: broadcasting,
  });
}
