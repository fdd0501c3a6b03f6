/** The forward step: tangents of the arguments in, tangent of the answer out. */
import { CotangentError } from "./errors.js";
import { describeForeign } from "./describe.js";
import { describeIn } from "./kinds.js";
import type { Primitive } from "./rules.js";
import { isTransient, lastingly, settled } from "./scope.js";
import type { Space } from "./space.js";

/**
 * Tangent of `ans = p(...args)` along `ts`; `undefined` marks an argument, and an answer, that does not move.
 * `spaceOf` names the space of an answer, to add the contributions of several arguments in it.
 */
export function push(
  p: Primitive,
  ans: unknown,
  args: readonly unknown[],
  ts: readonly unknown[],
  spaceOf: (value: unknown) => Space,
): unknown {
  if (isTransient && !p.confined) {
    const [known, values, tangents] = [settled(ans), args.map(settled), ts.map(settled)];
    return lastingly(() => push(p, known, values, tangents, spaceOf));
  }
  const rules = p.jvp;
  if (typeof rules === "function")
    return checked(p, ans, rules(ts.map((t) => t ?? null), ans, ...args), spaceOf); // prettier-ignore
  let sum: unknown = undefined;
  for (let i = 0; i < ts.length; i++) {
    const rule = rules?.[i];
    if (ts[i] === undefined || !rule) continue;
    const t = checked(p, ans, rule(ts[i], ans, ...args), spaceOf);
    sum = sum === undefined ? t : plus(ans, sum, t, spaceOf);
  }
  return sum;
}

/** `push` for two arguments, which nearly all calls have: no lists where the rules are plain. */
export function push2(
  p: Primitive,
  ans: unknown,
  x: unknown,
  y: unknown,
  tx: unknown,
  ty: unknown,
  spaceOf: (value: unknown) => Space,
): unknown {
  const rules = p.jvp;
  if (typeof rules === "function" || (isTransient && !p.confined))
    return push(p, ans, [x, y], [tx, ty], spaceOf);
  const first = tx === undefined ? undefined : checked(p, ans, rules![0]!(tx, ans, x, y), spaceOf);
  const second = ty === undefined ? undefined : checked(p, ans, rules![1]!(ty, ans, x, y), spaceOf);
  return first === undefined ? second : plus(ans, first, second, spaceOf);
}

function plus(ans: unknown, s: unknown, t: unknown, spaceOf: (value: unknown) => Space): unknown {
  if (t === undefined) return s;
  if (!Array.isArray(ans)) return spaceOf(ans).add(s, t);
  const [ss, tt] = [s as readonly unknown[], t as readonly unknown[]];
  return ans.map((a: unknown, i) =>
    ss[i] == null ? tt[i] : tt[i] == null ? ss[i] : spaceOf(a).add(ss[i], tt[i]),
  );
}

/** A tangent has the form of its answer: a wrong form is a wrong rule. */
function checked(p: Primitive, ans: unknown, t: unknown, spaceOf: (value: unknown) => Space): unknown {
  if (t === null) return undefined;
  const fits = Array.isArray(ans)
    ? Array.isArray(t) &&
      t.length === ans.length &&
      ans.every((a, i) => t[i] === null || spaceOf(a).matches(t[i], a))
    : spaceOf(ans).matches(t, ans);
  if (fits) return t;
  throw new CotangentError(
    `${p.name}: expected its jvp to be ${form(ans, ans, spaceOf)}, got ${form(ans, t, spaceOf)}. ` +
      `Correct the rule: a tangent has the form of the result.`,
  );
}

/** What a message says of `t`, which should have had the form of `ans`. */
function form(ans: unknown, t: unknown, spaceOf: (value: unknown) => Space): string {
  if (!Array.isArray(ans)) return describeIn(spaceOf(ans), t);
  if (!Array.isArray(t)) return describeForeign(t);
  return `[${ans.map((a: unknown, i) => form(a, t[i], spaceOf)).join(", ")}]`;
}
