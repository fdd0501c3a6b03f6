/** Gradients of functions whose result is one real number, and of functions that act on each component alone. */
import { LossError } from "../errors.js";
import { spaceOf } from "../kinds.js";
import { within } from "../scope.js";
import { unflatten } from "../tree.js";
import type { Boundary } from "./boundary.js";
import { held } from "./held.js";
import { leaving, Recording } from "./recording.js";
import type { End, Fn } from "./recording.js";

/** Which arguments to differentiate (the first by default), and whether `f` returns `[loss, aux]`. */
export interface GradOptions {
  readonly argnums?: number | readonly number[];
  readonly hasAux?: boolean;
}

/** `value` is the loss, or `[loss, aux]`. */
interface Evaluated {
  readonly value: unknown;
  readonly grad: unknown;
}

/** `grad` is one tree, or a list of them where `argnums` is a list. */
export function valueAndGrad(
  boundary: Boundary,
  f: Fn,
  args: readonly unknown[],
  options: GradOptions,
): Evaluated {
  return within(boundary.spaces, () => evaluated(boundary, f, args, options, leaving));
}

/** `grad` is what `use` gives for the gradient and `args`: the gradient itself does not leave. */
export function withGrad(
  boundary: Boundary,
  f: Fn,
  use: Fn,
  args: readonly unknown[],
  options: GradOptions,
): Evaluated {
  return within(boundary.spaces, () => {
    const { value, grad } = evaluated(boundary, f, args, options, (_, { form, values }, cotangents) =>
      unflatten(form, boundary.filled(values, cotangents)),
    );
    return { value, grad: held(boundary, "withGrad", (hold) => use(hold(grad), ...args)) };
  });
}

function evaluated(
  boundary: Boundary,
  f: Fn,
  args: readonly unknown[],
  { argnums = 0, hasAux = false }: GradOptions,
  end: End<unknown>,
): Evaluated {
  const chosen = typeof argnums === "number" ? [argnums] : argnums;
  for (const i of chosen) checkArgnum(i, args.length);
  const partial: Fn = (...xs) => {
    const all = args.slice();
    chosen.forEach((i, k) => (all[i] = xs[k]));
    return f(...all);
  };
  const recording = Recording.of(
    boundary,
    "vjp",
    partial,
    chosen.map((i) => args[i]),
    { hasAux },
  );
  const loss = lossOf(boundary, recording);
  const ones = [spaceOf(boundary.spaces, "grad", loss).onesLike(loss)];
  const grads = recording.pullValues(ones, true, end) as readonly unknown[];
  const { aux } = recording;
  const value = boundary.leave(loss);
  return {
    value: aux === null ? value : [value, boundary.leaveTree(aux.form, aux.values)],
    grad: typeof argnums === "number" ? grads[0] : grads,
  };
}

function lossOf(boundary: Boundary, { output }: Recording): unknown {
  const [loss] = output.values;
  if (output.form.kind === "value" && spaceOf(boundary.spaces, "grad", loss).isScalar(loss)) return loss;
  const got =
    output.form.kind === "value"
      ? spaceOf(boundary.spaces, "grad", loss).describe(loss)
      : "a tree, or no value";
  throw new LossError(
    `grad: expected a loss that is one real number, got ${got}. ` +
      `Reduce it (sum, mean), use jacobian or vjp for more outputs, or hasAux to return more beside the loss.`,
  );
}

function checkArgnum(i: number, length: number): void {
  if (Number.isInteger(i) && i >= 0 && i < length) return;
  throw new RangeError(
    `grad: expected argnums between 0 and ${length - 1}, got ${i}. Count arguments from 0.`,
  );
}

/** `f` maps components one by one: the diagonal of its derivative, in the form of the first argument. */
export function elementwiseGrad(boundary: Boundary, f: Fn, args: readonly unknown[]): unknown {
  const [x, ...rest] = args;
  return within(boundary.spaces, () => {
    const recording = Recording.of(boundary, "vjp", (x0) => f(x0, ...rest), [x]);
    const ones = recording.output.values.map((y) =>
      spaceOf(boundary.spaces, "elementwiseGrad", y).onesLike(y),
    );
    return (recording.pullValues(ones, true, leaving) as readonly unknown[])[0];
  });
}
