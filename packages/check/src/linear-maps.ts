/** Are pulls and pushes themselves differentiable in what they are applied to? They are linear, so their derivative is known. */
import { mustAgree, thousandth } from "./compare.js";
import type { Coordinates } from "./coordinates.js";
import { pullBack, pushForward } from "./first-order.js";
import type { Settings } from "./options.js";
import type { Problem } from "./problem.js";

type List = readonly unknown[];
type Lists = (...xs: unknown[]) => unknown[];
type Map = (v: Float64Array) => Float64Array;

/**
 * The derivative of g ↦ Jᵀ g along h is Jᵀ h and its transpose is t ↦ J t; that of t ↦ J t likewise. A rule that uses a
 * function whose own derivative is wrong, on the cotangent or tangent alone, shows here and in no other check.
 */
export function checkLinearMaps(problem: Problem, settings: Settings): void {
  const { transforms, f, xs, input, output } = problem;
  const { modes } = settings;
  const pull = (g: Float64Array): Float64Array => pullBack(problem, g);
  const push = (t: Float64Array): Float64Array => pushForward(problem, t);
  const back: Lists = (...gs) => [...transforms.vjp(f, ...xs)[1](gs)];
  const forth: Lists = (...ts) => transforms.jvp(f, [...xs], ts)[1];
  if (modes.includes("rev")) check(problem, settings, "rev", back, [output, input], [pull, push]);
  if (modes.includes("fwd")) check(problem, settings, "fwd", forth, [input, output], [push, pull]);
}

/** `map` and its `transpose` are what `linear` does from the first of two spaces to the second. */
function check(
  problem: Problem,
  { modes, random, tolerances }: Settings,
  mode: string,
  linear: Lists,
  [from, to]: readonly [Coordinates, Coordinates],
  [map, transpose]: readonly [Map, Map],
): void {
  const { transforms } = problem;
  const [at, along, back] = [from.random(random), from.random(random), to.random(random)];
  const agree = (outer: string, got: List, space: Coordinates, want: Float64Array): void =>
    mustAgree(
      problem,
      {
        mode: `${outer}-${mode}`,
        order: 2,
        of: mode === "rev" ? "the cotangent" : "the tangent",
        by: "linearity",
        remedy: "What a rule applies to its cotangent or tangent must have right derivatives itself.",
        tolerance: tolerances.nestings,
        floor: thousandth(want),
      },
      space.of(got),
      want,
    );
  if (modes.includes("fwd"))
    agree("fwd", transforms.jvp(linear, from.values(at), from.values(along))[1], to, map(along));
  // Each mode gives the transpose of the other.
  if (modes.length === 2)
    agree("rev", transforms.vjp(linear, ...from.values(at))[1](to.values(back)), from, transpose(back));
}
