/** Forward mode: every traced value carries its tangent along. */
import { box, spaceOf } from "./kinds.js";
import type { Spaces } from "./kinds.js";
import { push as pushTangents } from "./push.js";
import { hasRule } from "./rules.js";
import type { Primitive } from "./rules.js";
import { setTransient, settled, taken } from "./scope.js";
import { Trace } from "./trace.js";
import type { Container } from "./trace.js";

/** The record of its containers is the tangent. A value that does not move is not boxed. */
export class ForwardTrace extends Trace {
  constructor(readonly spaces: Spaces) {
    super();
  }

  input(given: unknown, tangent: unknown): Container {
    const value = taken(given);
    return box(this, spaceOf(this.spaces, "input", value), value, taken(tangent));
  }

  tangentOf(value: unknown): unknown {
    return this.owns(value) ? value.record : undefined;
  }

  override process(p: Primitive, args: readonly unknown[]): unknown {
    if (!this.scoped) return this.push(p, args);
    const was = setTransient(true);
    try {
      return this.push(p, args);
    } finally {
      setTransient(was);
    }
  }

  private push(p: Primitive, args: readonly unknown[]): unknown {
    const values = args.map((x) => this.lower(x));
    const ans = p.call(...values);
    if (!p.differentiable) return settled(ans);
    const ts = args.map((x, i) => {
      const t = this.tangentOf(x);
      return t !== undefined && hasRule(p, "jvp", i) ? t : undefined;
    });
    if (ts.every((t) => t === undefined)) return settled(ans);
    const t = pushTangents(p, ans, values, ts, (value) => spaceOf(this.spaces, p.name, value));
    if (!Array.isArray(ans)) return this.answer(p, ans, t);
    return ans.map((a: unknown, i) => this.answer(p, a, (t as readonly unknown[] | undefined)?.[i]));
  }

  private answer(p: Primitive, ans: unknown, t: unknown): unknown {
    return t === undefined || t === null
      ? settled(ans)
      : box(this, spaceOf(this.spaces, p.name, ans), ans, t);
  }
}
