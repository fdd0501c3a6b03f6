/** Derivatives as linear maps: vjp pulls cotangents back, jvp pushes a tangent along, linearize pushes many. */
import { TracedValueError } from "../errors.js";
import { ForwardTrace } from "../forward.js";
import type { Mode } from "../rules.js";
import { within } from "../scope.js";
import { unflatten } from "../tree.js";
import type { Flat } from "../tree.js";
import type { Boundary } from "./boundary.js";
import { held } from "./held.js";
import type { Hold } from "./held.js";
import { Recording } from "./recording.js";
import type { Fn } from "./recording.js";

export function vjp(boundary: Boundary, f: Fn, args: readonly unknown[]): [unknown, (g: unknown) => unknown] {
  const recording = Recording.of(boundary, "vjp", f, args, { keep: true });
  return [recording.result(), (g) => recording.pull(g)];
}

export function linearize(
  boundary: Boundary,
  f: Fn,
  args: readonly unknown[],
): [unknown, (...ts: unknown[]) => unknown] {
  const recording = Recording.of(boundary, "jvp", f, args, { keep: true });
  return [recording.result(), (...ts) => recording.push(ts)];
}

/** `pull` or `push` as long as `use` runs: nothing is copied for it to last longer. */
export function withLinear(
  boundary: Boundary,
  mode: Mode,
  f: Fn,
  args: readonly unknown[],
  use: (ans: unknown, linear: Fn, hold: Hold) => unknown,
): unknown {
  const [name, map, lasting] =
    mode === "vjp" ? ["withPull", "pull", "vjp"] : ["withPush", "push", "linearize"];
  return within(boundary.spaces, () => {
    const recording = Recording.of(boundary, mode, f, args);
    let isOpen = true;
    const linear: Fn = (...ts) => {
      if (isOpen) return mode === "vjp" ? recording.pull(ts[0]) : recording.push(ts);
      throw new TracedValueError(
        `${name}: expected ${map} to be called while the function that got it runs, got a call after it. Use ${lasting} for one that lasts.`,
      );
    };
    const { form, values } = recording.output;
    try {
      return held(boundary, name, (hold) => use(hold(unflatten(form, values)), linear, hold));
    } finally {
      isOpen = false;
    }
  });
}

export function jvp(
  boundary: Boundary,
  f: Fn,
  args: readonly unknown[],
  tangents: readonly unknown[],
): [unknown, unknown] {
  return pushed(boundary, f, args, tangents, (primal, ts) => [
    boundary.leaveTree(primal.form, primal.values),
    boundary.leaveDerivatives(primal, ts),
  ]);
}

/** What `jvp` gives beside the value. */
export function derivativeAlong(
  boundary: Boundary,
  f: Fn,
  args: readonly unknown[],
  tangents: readonly unknown[],
): unknown {
  return pushed(boundary, f, args, tangents, (primal, ts) => boundary.leaveDerivatives(primal, ts));
}

/** What `leave` lets out of the value of `f` and its tangents. */
function pushed<R>(
  boundary: Boundary,
  f: Fn,
  args: readonly unknown[],
  tangents: readonly unknown[],
  leave: (primal: Flat, ts: readonly unknown[]) => R,
): R {
  const input = boundary.flatten(args);
  const ts = boundary.derivativesLike("jvp", input, tangents);
  return within(boundary.spaces, () => {
    const trace = new ForwardTrace(boundary.spaces);
    const traced = unflatten(
      input.form,
      input.values.map((x, k) => (ts[k] === null ? x : trace.input(x, ts[k]))),
    );
    const out = boundary.flattenResult(
      "jvp",
      trace.during(() => f(...(traced as readonly unknown[]))),
    );
    const primal = { form: out.form, values: out.values.map((y) => trace.lower(y)) };
    return leave(primal, out.values.map((y) => trace.tangentOf(y))); // prettier-ignore
  });
}
