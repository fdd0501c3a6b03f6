/** Transforms, made for the kinds of value that a library works with. */
import { describeForeign } from "./describe.js";
import { nonDifferentiable } from "./primitive.js";
import { confine } from "./rules.js";
import type { Space } from "./space.js";
import { Boundary } from "./transforms/boundary.js";
import { batch } from "./transforms/batch.js";
import { checkpoint, customJvp, withRules } from "./transforms/custom.js";
import type { CheckpointOptions } from "./transforms/custom.js";
import { elementwiseGrad, valueAndGrad, withGrad } from "./transforms/grad.js";
import type { GradOptions } from "./transforms/grad.js";
import { graph } from "./transforms/graph.js";
import { debugNans } from "./transforms/debug-nans.js";
import { fixedPoint } from "./transforms/fixed-point.js";
import type { FixedPointOptions } from "./transforms/fixed-point.js";
import { Container } from "./trace.js";
import type { Transforms } from "./transforms/interface.js";
import { Recording } from "./transforms/recording.js";
import type { Fn } from "./transforms/recording.js";
import { derivativeAlong, jvp, linearize, vjp, withLinear } from "./transforms/vjp.js";
import { unflatten } from "./tree.js";

type Args = readonly unknown[];

/**
 * Transforms over values of the given kinds. The spaces are all that core knows of values; give several to let
 * several kinds meet in one trace.
 */
export function transforms(spaces: readonly Space[]): Transforms {
  const boundary = new Boundary(spaces);
  // What was traced belongs to a record. The copy is all that its implementation makes of it.
  const stop = confine(nonDifferentiable("stopGradient", (x: unknown) => boundary.leave(x)));
  const ofFunctions = named({
    vjp: (f: Fn, ...args: Args) => vjp(boundary, f, args),
    jvp: (f: Fn, args: Args, tangents: Args) => jvp(boundary, f, args, tangents),
    linearize: (f: Fn, ...args: Args) => linearize(boundary, f, args),
    withPull: (f: Fn, args: Args, use: Fn) => withLinear(boundary, "vjp", f, args, use),
    withPush: (f: Fn, args: Args, use: Fn) => withLinear(boundary, "jvp", f, args, use),
    grad:
      (f: Fn, options: GradOptions = {}) =>
      (...args: Args) => {
        const { value, grad } = valueAndGrad(boundary, f, args, options);
        return options.hasAux === true ? [grad, (value as Args)[1]] : grad;
      },
    valueAndGrad:
      (f: Fn, options: GradOptions = {}) =>
      (...args: Args) => {
        const { value, grad } = valueAndGrad(boundary, f, args, options);
        return [value, grad];
      },
    withGrad:
      (f: Fn, use: Fn, options: GradOptions = {}) =>
      (...args: Args) => {
        const { value, grad } = withGrad(boundary, f, use, args, options);
        return [value, grad];
      },
    elementwiseGrad:
      (f: Fn) =>
      (...args: Args) =>
        elementwiseGrad(boundary, f, args),
    hvp:
      (f: Fn) =>
      (x: unknown, v: unknown, ...rest: Args) =>
        derivativeAlong(boundary, (y) => valueAndGrad(boundary, f, [y, ...rest], {}).grad, [x], [v]),
    checkpoint: (f: Fn, options?: CheckpointOptions) => checkpoint(boundary, f, options),
    customVjp: (f: Fn, back: Fn, forth?: Fn) =>
      withRules(boundary, "customVjp", f, { vjp: back as (...args: Args) => Args, jvp: forth }),
    customJvp: (f: Fn, forth: Fn) => customJvp(boundary, f, forth),
    batch: (f: Fn, mapped: readonly boolean[], args: Args, extra: readonly Space[] = []) =>
      batch(boundary, f, mapped, args, extra),
    ggnvp: (f: Fn, loss?: Fn) => (x: unknown, v: unknown) => {
      const [y, t] = jvp(boundary, f, [x], [v]);
      const ht =
        loss === undefined
          ? t
          : derivativeAlong(boundary, (z) => valueAndGrad(boundary, loss, [z], {}).grad, [y], [t]);
      return (vjp(boundary, f, [x])[1](ht) as Args)[0];
    },
    fixedPoint: (step: Fn, params: unknown, start: unknown, options: FixedPointOptions = {}) =>
      fixedPoint(boundary, step, params, start, options),
    replay: (f: Fn, ...args: Args) => {
      const recording = Recording.of(boundary, "vjp", f, args, { keep: true });
      return [recording.result(), (...others: Args) => recording.replay(others)];
    },
    debugNans:
      (f: Fn) =>
      (...args: Args) =>
        debugNans(boundary, f, args),
    graph: (f: Fn, ...args: Args) => graph(boundary, f, args),
  });
  const ofTrees = {
    stopGradient: (tree: unknown) => {
      const { form, values } = boundary.flatten(tree);
      // A plain value is the caller's own.
      return unflatten(form, values.map((x) => (x instanceof Container ? stop(x) : x))); // prettier-ignore
    },
    flatten: (tree: unknown) => {
      const { form, values } = boundary.flatten(tree);
      return { values, unflatten: (xs: Args) => unflatten(form, xs) };
    },
  };
  // The interface states the types that a user's `f` carries through; inside, values are unknown to core.
  return { ...ofFunctions, ...ofTrees } as Transforms;
}

/** Transforms that say which of them was given something else than a function. */
function named(table: Readonly<Record<string, (f: Fn, ...rest: never[]) => unknown>>): object {
  const entries = Object.entries(table).map(([name, transform]) => [
    name,
    (f: unknown, ...rest: never[]) => {
      expectFunction(name, f);
      if (name in useAt) expectFunction(name, rest[useAt[name]!]);
      return transform(f, ...rest);
    },
  ]);
  return Object.fromEntries(entries) as object;
}

/** Transforms with a second function, and where it stands behind the first. */
const useAt: Readonly<Record<string, number>> = { withGrad: 0, withPull: 1, withPush: 1 };

function expectFunction(name: string, f: unknown): asserts f is Fn {
  if (typeof f === "function") return;
  throw new TypeError(
    `${name}: expected a function, got ${describeForeign(f)}. Pass the function itself, not what it returns.`,
  );
}
