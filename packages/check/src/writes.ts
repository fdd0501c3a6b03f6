/**
 * Checking that rules don't write to their arguments: they are called as a walk does, on values compared afterwards.
 */
import { findSpace } from "@ndgrad/core";
import type { Primitive, Space } from "@ndgrad/core";
import { Coordinates } from "./coordinates.js";
import type { Settings } from "./options.js";
import type { Problem } from "./problem.js";

type List = readonly unknown[];

/** Throws if a rule writes to an argument, to the answer, or to its cotangent or tangent. */
export function checkWritesNothing(
  spaces: readonly Space[],
  problem: Problem,
  p: Primitive,
  args: List,
  argnums: readonly number[],
  { random }: Settings,
): void {
  const ans = p.impl(...args);
  const several = Array.isArray(ans);
  const ts = problem.input.values(problem.input.random(random));
  const gs = problem.output.values(problem.output.random(random));
  const seen = [...args, ...(several ? (ans as List) : [ans]), ...ts, ...gs].filter(
    (x) => findSpace(spaces, x) !== undefined,
  );
  const coordinates = new Coordinates(spaces, seen);
  const before = coordinates.of(seen);

  const g = several ? gs : gs[0];
  const joint = { vjp: g, jvp: args.map((_, i) => (argnums.includes(i) ? ts[argnums.indexOf(i)] : null)) };
  for (const mode of ["vjp", "jvp"] as const) {
    const rules = p[mode];
    if (typeof rules === "function") rules(joint[mode], ans, ...args);
    else argnums.forEach((i, k) => rules?.[i]?.(mode === "vjp" ? g : ts[k], ans, ...args));
    if (coordinates.of(seen).every((c, i) => Object.is(c, before[i]))) continue;
    throw problem.failure(
      `${mode} rules that leave arguments, answer and ${mode === "vjp" ? "cotangent" : "tangent"} as they were`,
      "one that writes to them",
      "Copy before writing.",
    );
  }
}
