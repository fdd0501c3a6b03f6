/** Forward mode: every traced value carries its tangent, or tangents are pushed along a tape afterwards. */
import { describeForeign } from "../errors/describe.js";
import { CotangentError } from "../errors/errors.js";
import { box, describeIn, spaceOf } from "../space.js";
import type { Spaces } from "../space.js";
import { flows, Node, OUTPUT } from "./tape.js";
import type { RecordTrace } from "./tape.js";
import { Trace } from "../tracer.js";
import type { Container, Primitive } from "../tracer.js";

type Values = readonly unknown[];

/** Its containers record the tangent of their value. A value without a tangent stays plain. */
export class ForwardTrace extends Trace {
  constructor(readonly spaces: Spaces) {
    super();
  }

  input(value: unknown, tangent: unknown): Container {
    return box(this, spaceOf(this.spaces, "input", value), value, tangent);
  }

  tangentOf(value: unknown): unknown {
    return this.owns(value) ? value.record : undefined;
  }

  protected override box(p: Primitive, ans: unknown, values: Values, args: Values): unknown {
    // A loop, not `map` and `some`: this runs for every op of a Hessian.
    const ts: unknown[] = [];
    let isMoving = false;
    for (let i = 0; i < args.length; i++) {
      const x = args[i];
      const t = this.owns(x) && flows(p, "jvp", i) ? x.record : undefined;
      if (t !== undefined) isMoving = true;
      ts.push(t);
    }
    if (!isMoving) return ans;
    const t = applyRules(this.spaces, Node.alone(p, ans, values), ts);
    if (!Array.isArray(ans)) return this.attach(p, ans, t);
    return ans.map((a: unknown, i) => this.attach(p, a, (t as Values | undefined)?.[i]));
  }

  private attach(p: Primitive, ans: unknown, t: unknown): unknown {
    return t === undefined || t === null ? ans : box(this, spaceOf(this.spaces, p.name, ans), ans, t);
  }
}

/** Push the tangents `ts` of the inputs of a tape forward to `outputs`. `undefined` stands for a tangent of zero. */
export function pushAlong(tape: RecordTrace, outputs: Values, ts: Values): unknown[] {
  const { spaces } = tape;
  const tangents: unknown[] = ts.map((t) => t ?? undefined);
  for (let i = tape.inputs; i < tape.nodes.length; i++) {
    const node = tape.nodes[i]!;
    const moving: unknown[] = [];
    let isMoving = false;
    for (let k = 0; k < node.n; k++) {
      const t = tangents[node.parent(k)?.index ?? -1];
      if (t !== undefined) isMoving = true;
      moving.push(t);
    }
    tangents.push(isMoving ? applyRules(spaces, node, moving) : undefined);
  }
  return outputs.map((y) => tangents[tape.nodeOf(y)?.index ?? -1]);
}

/** The tangent of the answer of `node` along `ts`: one per argument, `undefined` for zero, at least one present. */
function applyRules(spaces: Spaces, node: Node, ts: Values): unknown {
  const { primitive, ans, n } = node;
  if (primitive === OUTPUT) return (ts[0] as Values)[node.args[1] as number] ?? undefined;
  const rules = primitive.jvp;
  if (typeof rules === "function") {
    const all = ts.map((t) => t ?? null);
    return checkForm(spaces, primitive, ans, node.apply(rules, all));
  }
  let sum: unknown = undefined;
  for (let i = 0; i < n; i++) {
    const rule = rules?.[i];
    if (ts[i] === undefined || !rule) continue;
    sum = addTangents(spaces, ans, sum, checkForm(spaces, primitive, ans, node.apply(rule, ts[i])));
  }
  return sum;
}

function addTangents(spaces: Spaces, ans: unknown, s: unknown, t: unknown): unknown {
  if (t === undefined || t === null) return s;
  if (s === undefined || s === null) return t;
  if (!Array.isArray(ans)) return spaceOf(spaces, "jvp", ans).add(s, t);
  return ans.map((a: unknown, i) => addTangents(spaces, a, (s as Values)[i], (t as Values)[i]));
}

/** `t`, which must have the form of `ans`: a wrong form means a wrong rule. Throws CotangentError. */
function checkForm(spaces: Spaces, p: Primitive, ans: unknown, t: unknown): unknown {
  if (t === null) return undefined;
  if (fits(spaces, p, ans, t)) return t;
  throw new CotangentError(
    `${p.name}: expected its jvp to be ${describeTangent(spaces, ans, ans)}, got ${describeTangent(spaces, ans, t)}. ` +
      `Correct the rule: a tangent has the form of the result.`,
  );
}

function fits(spaces: Spaces, p: Primitive, ans: unknown, t: unknown): boolean {
  if (!Array.isArray(ans)) return spaceOf(spaces, p.name, ans).matches(t, ans);
  if (!Array.isArray(t) || t.length !== ans.length) return false;
  return ans.every((a, i) => t[i] === null || fits(spaces, p, a, t[i]));
}

/** `t` in words, for a message that expected a tangent with the form of `ans`. */
function describeTangent(spaces: Spaces, ans: unknown, t: unknown): string {
  if (!Array.isArray(ans)) return describeIn(spaceOf(spaces, "jvp", ans), t);
  if (!Array.isArray(t)) return describeForeign(t);
  return `[${ans.map((a: unknown, i) => describeTangent(spaces, a, t[i])).join(", ")}]`;
}
