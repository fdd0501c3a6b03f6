/** Recording: run a function once and leave a tape of it, for a walk backward or forward. */
import { box, spaceOf } from "./kinds.js";
import type { Spaces } from "./kinds.js";
import { OUTPUT } from "./node.js";
import type { Node } from "./node.js";
import { ofNumber, ofNumbers } from "./primitive.js";
import { hasRule } from "./rules.js";
import type { Mode, Primitive } from "./rules.js";
import { hasScope, settled, taken } from "./scope.js";
import { Tape } from "./tape.js";
import { Trace } from "./trace.js";
import type { Container } from "./trace.js";

/** Records every application that depends on its inputs. `mode` says which rules the walk will need. */
export class RecordTrace extends Trace {
  readonly tape: Tape;
  protected override readonly scoped: boolean;

  /** With `keep`, the tape outlives the transform that makes it. */
  constructor(
    readonly spaces: Spaces,
    private readonly mode: Mode,
    keep: boolean,
  ) {
    super();
    this.scoped = !keep && hasScope();
    this.tape = new Tape((value) => spaceOf(spaces, "tape", value));
  }

  /** Box an input of the recorded function. */
  input(given: unknown): Container {
    const value = this.scoped ? taken(given) : given;
    const space = spaceOf(this.spaces, "input", value);
    return box(this, space, value, this.tape.input(space, value));
  }

  /** The tape node of a result, or `null` where the result does not depend on the inputs. */
  nodeOf(result: unknown): Node | null {
    return this.owns(result) ? (result.record as Node) : null;
  }

  // Numbers need no memory, and are many: they take the short way.

  override process1(p: Primitive, x: Container): unknown {
    let xv = x.value;
    let ans: unknown;
    if (typeof xv === "number") ans = ofNumber(p, xv);
    else {
      if (!this.scoped) xv = settled(xv);
      ans = this.apply1(p, xv);
    }
    if (!this.flows(p, 0)) return settled(ans);
    const px = x.record as Node;
    return Array.isArray(ans)
      ? this.record(p, ans, [xv], [px])
      : this.answer(p, ans, xv, undefined, px, null);
  }

  override process2(p: Primitive, x: unknown, y: unknown): unknown {
    const ownsX = this.owns(x);
    const ownsY = this.owns(y);
    let xv = ownsX ? x.value : x;
    let yv = ownsY ? y.value : y;
    let ans: unknown;
    if (typeof xv === "number" && typeof yv === "number") ans = ofNumbers(p, xv, yv);
    else {
      if (!this.scoped) [xv, yv] = [settled(xv), settled(yv)];
      ans = this.apply2(p, xv, yv);
    }
    const px = ownsX && this.flows(p, 0) ? (x.record as Node) : null;
    const py = ownsY && this.flows(p, 1) ? (y.record as Node) : null;
    if (px === null && py === null) return settled(ans);
    return Array.isArray(ans) ? this.record(p, ans, [xv, yv], [px, py]) : this.answer(p, ans, xv, yv, px, py);
  }

  override process(p: Primitive, args: readonly unknown[]): unknown {
    const values = args.map((x) => this.lowered(x));
    const ans = this.apply(p, values);
    const parents = args.map((x, i) => this.parent(p, i, x));
    return parents.every((node) => node === null) ? settled(ans) : this.record(p, ans, values, parents);
  }

  private answer(
    p: Primitive,
    ans: unknown,
    x: unknown,
    y: unknown,
    px: Node | null,
    py: Node | null,
  ): Container {
    const space = spaceOf(this.spaces, p.name, ans);
    return box(this, space, ans, this.tape.append(p, space, ans, x, y, px, py, null, null));
  }

  private record(
    p: Primitive,
    ans: unknown,
    args: readonly unknown[],
    parents: readonly (Node | null)[],
  ): Container | Container[] {
    const several = Array.isArray(ans);
    const space = several ? null : spaceOf(this.spaces, p.name, ans);
    const node = this.tape.append(p, space, ans, undefined, undefined, null, null, args, parents);
    if (space !== null) return box(this, space, ans, node);
    return (ans as readonly unknown[]).map((a, i) => this.answer(OUTPUT, a, ans, i, node, null));
  }

  /** The node of argument `i`, or `null` where no derivative flows into it. */
  private parent(p: Primitive, i: number, x: unknown): Node | null {
    const node = this.nodeOf(x);
    return node !== null && this.flows(p, i) ? node : null;
  }

  /** Has the answer a derivative in argument `i`? A missing rule is told where it is met. */
  private flows(p: Primitive, i: number): boolean {
    return p.differentiable && hasRule(p, this.mode, i);
  }
}
