/**
 * What rules must satisfy besides being right: linearity, and the same answer in partly traced or partly used calls.
 */
import type { Space } from "@ndgrad/core";
import { mustAgree } from "./compare.js";
import { dotScale } from "./coordinates.js";
import type { Coordinates } from "./coordinates.js";
import { pullBack, pushForward } from "./first-order.js";
import type { Mode, Settings } from "./options.js";
import { Problem } from "./problem.js";

/** rule(±(16a + b)) = ±(16 rule(a) + rule(b)) in both modes. The factor and both signs expose a rule that clips. */
export function checkLinear(problem: Problem, { modes, random, tolerances }: Settings): void {
  const { input, output } = problem;
  const check = (mode: Mode, map: (v: Float64Array) => Float64Array, space: Coordinates): void => {
    const [a, b] = [space.random(random), space.random(random)];
    const [fa, fb] = [map(a), map(b)];
    const claim = {
      mode,
      order: 1,
      of: "the arguments together",
      by: "linearity of the rule",
      remedy: "A rule is linear in its cotangent or tangent.",
      tolerance: tolerances.linearity,
      floor: Math.max(1e-3, 16 * Math.sqrt(dotScale(fa, fa))),
    };
    for (const sign of [1, -1]) {
      const got = map(a.map((v, i) => sign * (16 * v + b[i]!)));
      const want = fa.map((v, i) => sign * (16 * v + fb[i]!));
      mustAgree(problem, claim, got, want);
    }
  };
  if (modes.includes("fwd")) check("fwd", (t) => pushForward(problem, t), input);
  if (modes.includes("rev")) check("rev", (g) => pullBack(problem, g), output);
}

/** An argument traced alone, or an output used alone, gives the same derivative as all of them together. */
export function checkEachAlone(
  spaces: readonly Space[],
  problem: Problem,
  { modes, random, tolerances }: Settings,
): void {
  if (!modes.includes("rev")) return;
  const { xs, ys, f, input, output, who } = problem;
  const agree = (of: string, got: Float64Array, want: Float64Array): void => {
    const claim = {
      mode: "rev",
      order: 1,
      of,
      by: "the rules with everything traced and used",
      remedy: "A rule may not rely on what else is traced or used.",
      tolerance: tolerances.linearity,
      floor: 1e-3,
    };
    mustAgree(problem, claim, got, want);
  };
  const g = output.random(random);
  const all = pullBack(problem, g);
  xs.forEach((x, k) => {
    const alone = new Problem(spaces, who, (xk) => f(...xs.with(k, xk)), [x]);
    const own = all.filter((_, i) => input.locate(i).part === k);
    agree(`${problem.labels[k]}, traced alone`, pullBack(alone, g), own);
  });
  if (ys.length === 1) return;
  ys.forEach((_, k) => {
    const alone = new Problem(spaces, who, (...all) => f(...all)[k], xs);
    const own = g.filter((_, i) => output.locate(i).part === k);
    const padded = g.map((c, i) => (output.locate(i).part === k ? c : 0));
    agree(`the arguments together, output ${k} used alone`, pullBack(alone, own), pullBack(problem, padded));
  });
}
