/** Forward mode: every traced value carries its tangent along. */
import { box, spaceOf } from "./kinds.js";
import type { Spaces } from "./kinds.js";
import { push as tangentOf, push2 as tangentOf2 } from "./push.js";
import { hasRule } from "./rules.js";
import type { Primitive } from "./rules.js";
import { settled, taken, transiently } from "./scope.js";
import { Trace } from "./trace.js";
import type { Container } from "./trace.js";
import type { Space } from "./space.js";

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
    return this.scoped ? transiently(() => this.push(p, args)) : this.push(p, args);
  }

  override process2(p: Primitive, x: unknown, y: unknown): unknown {
    return this.scoped ? transiently(() => this.push2(p, x, y)) : this.push2(p, x, y);
  }

  private push(p: Primitive, args: readonly unknown[]): unknown {
    const values = args.map((x) => this.lower(x));
    const ans = p.call(...values);
    const ts = args.map((x, i) => this.moving(p, i, x));
    if (ts.every((t) => t === undefined)) return settled(ans);
    return this.answer(p, ans, tangentOf(p, ans, values, ts, this.spaceFor(p)));
  }

  private push2(p: Primitive, x: unknown, y: unknown): unknown {
    const xv = this.lower(x);
    const yv = this.lower(y);
    const ans = p.call(xv, yv);
    const tx = this.moving(p, 0, x);
    const ty = this.moving(p, 1, y);
    if (tx === undefined && ty === undefined) return settled(ans);
    return this.answer(p, ans, tangentOf2(p, ans, xv, yv, tx, ty, this.spaceFor(p)));
  }

  private spaceFor(p: Primitive): (value: unknown) => Space {
    return (value) => spaceOf(this.spaces, p.name, value);
  }

  /** The tangent of argument `i`, where a derivative flows from it. */
  private moving(p: Primitive, i: number, x: unknown): unknown {
    const t = this.tangentOf(x);
    return t !== undefined && p.differentiable && hasRule(p, "jvp", i) ? t : undefined;
  }

  private answer(p: Primitive, ans: unknown, t: unknown): unknown {
    if (!Array.isArray(ans)) return this.carrying(p, ans, t);
    return ans.map((a: unknown, i) => this.carrying(p, a, (t as readonly unknown[] | undefined)?.[i]));
  }

  private carrying(p: Primitive, ans: unknown, t: unknown): unknown {
    return t === undefined || t === null
      ? settled(ans)
      : box(this, spaceOf(this.spaces, p.name, ans), ans, t);
  }
}
