/** First derivatives: both modes compared with differences and with each other. */
import { mustAgree, thousandth } from "./compare.js";
import type { Claim } from "./compare.js";
import { dot, dotScale } from "./coordinates.js";
import { derivativeAt0 } from "./differences.js";
import type { Settings } from "./options.js";
import type { Problem } from "./problem.js";

/** Checks along random directions, one argument at a time, so that the message can name the wrong rule. */
export function checkFirstOrder(problem: Problem, settings: Settings): void {
  const { input, output, labels } = problem;
  for (let k = 0; k < settings.directions; k++)
    labels.forEach((label, part) => {
      const t = input.random(settings.random, part);
      const g = output.random(settings.random);
      checkDirection(problem, settings, label, t, g);
    });
  problem.checkUnchanged();
}

function checkDirection(
  problem: Problem,
  { modes, tolerances }: Settings,
  label: string,
  t: Float64Array,
  g: Float64Array,
): void {
  const { output, f } = problem;
  const claim = { order: 1, of: label, by: "differences", tolerance: tolerances.differences };
  const want = derivativeAt0(problem.curve(f, output, t)).value;
  const pushed = modes.includes("fwd") ? pushForward(problem, t) : undefined;
  if (pushed !== undefined)
    mustAgree(problem, { ...claim, mode: "fwd", floor: thousandth(want), remedy: JVP }, pushed, want);
  if (!modes.includes("rev")) return;

  const pulled = pullBack(problem, g);
  const got = Float64Array.of(dot(pulled, t));
  const floor = Math.max(1e-3, 1e-3 * dotScale(g, want));
  mustAgree(problem, { ...claim, mode: "rev", floor, remedy: VJP }, got, Float64Array.of(dot(g, want)));
  if (pushed === undefined) return;
  const identity: Claim = {
    ...claim,
    mode: "rev",
    by: "the fwd derivative, ⟨Jᵀg, t⟩ = ⟨g, Jt⟩",
    tolerance: tolerances.dot,
    floor: Math.max(1e-3, dotScale(g, pushed), dotScale(pulled, t)),
    remedy: "Both modes must give the same derivative.",
  };
  mustAgree(problem, identity, got, Float64Array.of(dot(g, pushed)));
}

const JVP = "Correct the jvp rule, or take arguments away from kinks.";
const VJP = "Correct the vjp rule, or take arguments away from kinks.";

/** J t. A tangent of zero is passed as `null`, as rules must accept it. */
export function pushForward({ transforms, input, output, xs, f }: Problem, t: Float64Array): Float64Array {
  const ts = input.values(t);
  const still = (part: number): boolean => t.every((c, i) => c === 0 || input.locate(i).part !== part);
  return output.of(transforms.jvp(f, [...xs], ts.map((tk, k) => (still(k) ? null : tk)))[1]); // prettier-ignore
}

/** Jᵀ g. Calls the pull twice and compares, because a pull may be called any number of times. */
export function pullBack(problem: Problem, g: Float64Array): Float64Array {
  const { transforms, input, output, xs, f } = problem;
  const [, pull] = transforms.vjp(f, ...xs);
  const gs = output.values(g);
  const first = input.of(pull(gs));
  const again = input.of(pull(gs));
  if (!output.of(gs).every((c, k) => c === g[k]))
    throw problem.failure("cotangents to be left as they were", "one written to", "Copy before writing.");
  const i = first.findIndex((c, k) => !Object.is(c, again[k]));
  if (i >= 0)
    throw problem.failure(
      `a pull that gives ${first[i]} for ${problem.label(i)} each time`,
      `${again[i]} at its second call`,
      "A rule must not write to its arguments or keep state.",
    );
  return first;
}
