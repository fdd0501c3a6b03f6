/**
 * Second derivatives: every nesting of two modes, compared with differences of first derivatives and with each other.
 */
import { mustAgree, thousandth } from "./compare.js";
import { dot, dotScale } from "./coordinates.js";
import type { Coordinates } from "./coordinates.js";
import { derivativeAt0 } from "./differences.js";
import { checkLinearMaps } from "./linear-maps.js";
import type { Settings } from "./options.js";
import type { Problem } from "./problem.js";

type List = readonly unknown[];
type Lists = (...xs: unknown[]) => unknown[];

/** Checks along one direction in all arguments at once, which includes mixed derivatives. */
export function checkSecondOrder(problem: Problem, settings: Settings): void {
  const { input, output } = problem;
  const [t, u, g] = [
    input.random(settings.random),
    input.random(settings.random),
    output.random(settings.random),
  ];
  const { modes } = settings;
  if (modes.includes("rev")) checkReverse(problem, settings, t, g);
  if (modes.includes("fwd")) checkForward(problem, settings, t, u, g);
  checkLinearMaps(problem, settings);
  problem.checkUnchanged();
}

/** x ↦ Jᵀ(x) g. */
export function pullOf({ transforms, f }: Problem, gs: List): Lists {
  return (...xs) => [...transforms.vjp(f, ...xs)[1]([...gs])];
}

/** x ↦ J(x) t. */
export function pushOf({ transforms, f }: Problem, ts: List): Lists {
  return (...xs) => transforms.jvp(f, xs, [...ts])[1];
}

/** The gradient of ⟨g, J t⟩, three ways. */
function checkReverse(problem: Problem, settings: Settings, t: Float64Array, g: Float64Array): void {
  const { transforms, input, output, xs } = problem;
  const ts = input.values(t);
  const gs = output.values(g);
  const pulled = pullOf(problem, gs);
  const nestings: Record<string, () => List> = { "rev-rev": () => transforms.vjp(pulled, ...xs)[1](ts) };
  if (settings.modes.includes("fwd")) {
    nestings["fwd-rev"] = () => transforms.jvp(pulled, [...xs], ts)[1];
    nestings["rev-fwd"] = () => transforms.vjp(pushOf(problem, ts), ...xs)[1](gs);
  }
  compareNestings(problem, settings, nestings, derivativeAt0(problem.curve(pulled, input, t)).value, input);
}

/** The second derivative along t and u, against differences, and against the gradient of ⟨g, J t⟩ if there is one. */
function checkForward(
  problem: Problem,
  settings: Settings,
  t: Float64Array,
  u: Float64Array,
  g: Float64Array,
): void {
  const { transforms, input, output, xs } = problem;
  const us = input.values(u);
  const pushed = pushOf(problem, input.values(t));
  const forward = (): List => transforms.jvp(pushed, [...xs], us)[1];
  const want = derivativeAt0(problem.curve(pushed, output, u)).value;
  compareNestings(problem, settings, { "fwd-fwd": forward }, want, output);
  if (!settings.modes.includes("rev")) return;

  const both = output.of(forward());
  const gradient = input.of(transforms.jvp(pullOf(problem, output.values(g)), [...xs], input.values(t))[1]);
  const claim = {
    mode: "fwd-fwd",
    order: 2,
    of: ALL,
    by: "the fwd-rev derivative",
    remedy: RULES,
    tolerance: settings.tolerances.nestings,
    floor: Math.max(1e-3, dotScale(g, both), dotScale(u, gradient)),
  };
  mustAgree(problem, claim, Float64Array.of(dot(g, both)), Float64Array.of(dot(u, gradient)));
}

const ALL = "the arguments together";
const RULES = "A rule must be exact, and written in traced ops.";

function compareNestings(
  problem: Problem,
  { tolerances }: Settings,
  nestings: Readonly<Record<string, () => List>>,
  want: Float64Array,
  space: Coordinates,
): void {
  const of = space === problem.input ? (i: number): string => problem.label(i) : ALL;
  const found = Object.entries(nestings).map(([mode, run]) => [mode, space.of(run())] as const);
  const common = { order: 2, of, remedy: RULES };
  for (const [mode, got] of found)
    mustAgree(
      problem,
      {
        ...common,
        mode,
        by: "differences",
        tolerance: tolerances.secondDifferences,
        floor: thousandth(want),
      },
      got,
      want,
    );
  const [[reference, first]] = found as [(typeof found)[number]];
  for (const [mode, got] of found)
    mustAgree(
      problem,
      {
        ...common,
        mode,
        by: `the ${reference} derivative`,
        tolerance: tolerances.nestings,
        floor: thousandth(first),
      },
      got,
      first,
    );
}
