/** The tape: what a run applied, in creation order. Recording makes it; walks go along it backward or forward. */
import { MissingRuleError } from "../errors/errors.js";
import { spaceOf } from "../space.js";
import type { Space, Spaces } from "../space.js";
import { hasScope } from "../scope.js";
import { callFew, Primitive, Trace } from "../tracer.js";
import type { Rule } from "../tracer.js";

type Values = readonly unknown[];

export type Mode = "vjp" | "jvp";

/** An input of the recorded function. */
export const INPUT = new Primitive("input", (x) => x, true, true);

/** One output of a primitive that has several: its arguments are their list and the position. */
export const OUTPUT = new Primitive("output", (list: Values, i: number) => list[i], true, true);

/**
 * One application of a primitive. Nodes are made by the million: one hidden class, and no lists for one argument or two
 * (`n`), which `x`, `y` and their nodes `px`, `py` hold. Longer lists are in `x` and `px`.
 */
export class Node {
  constructor(
    /** Position on the tape; parents always have smaller ones. */
    readonly index: number,
    readonly primitive: Primitive,
    /** `null` for an application with several outputs: each output has a node, and a space, of its own. */
    readonly space: Space | null,
    readonly ans: unknown,
    readonly n: number,
    private readonly x: unknown,
    private readonly y: unknown,
    private readonly px: Parents | Parent,
    private readonly py: Parent,
  ) {}

  /** An application that is on no tape. */
  static alone(p: Primitive, ans: unknown, args: Values): Node {
    const n = args.length;
    return n > 2
      ? new Node(-1, p, null, ans, n, args, undefined, [], null)
      : new Node(-1, p, null, ans, n, args[0], args[1], null, null);
  }

  get args(): Values {
    const { n, x, y } = this;
    return n > 2 ? (x as Values) : [x, y].slice(0, n);
  }

  /** The node of argument `i`, or `null` where no derivative flows into it. */
  parent(i: number): Parent {
    const { n, px, py } = this;
    return n > 2 ? (px as Parents)[i]! : i === 0 ? (px as Parent) : py;
  }

  /** rule(g, ans, ...args) */
  apply(rule: Rule, g: unknown): unknown {
    const { n, ans, x, y } = this;
    if (n === 2) return rule(g, ans, x, y);
    return n === 1 ? rule(g, ans, x) : rule(g, ans, ...(x as Values));
  }
}

type Parent = Node | null;
type Parents = readonly Parent[];

/**
 * Records every application that depends on its inputs. `mode` says which rules the walk will need. Creation order is a
 * topological order, so walks are plain loops: no recursion at any depth.
 */
export class RecordTrace extends Trace {
  readonly nodes: Node[] = [];
  /** Inputs come first on the tape. */
  inputs = 0;
  protected override readonly isScoped: boolean;

  /** A `reusable` tape outlives the transform that makes it, so nothing on it may lie in the memory of that. */
  constructor(
    readonly spaces: Spaces,
    private readonly mode: Mode,
    isReusable: boolean,
  ) {
    super();
    this.isScoped = !isReusable && hasScope();
  }

  input(value: unknown): unknown {
    this.inputs++;
    return this.boxed(INPUT, value, 0, undefined, undefined, null, null);
  }

  /** The node of a value, or `null` where it does not depend on the inputs. */
  nodeOf(value: unknown): Node | null {
    return this.owns(value) ? (value.record as Node) : null;
  }

  /** For numbers, which lie in no memory and are many: a scalar program spends its time here. */
  override runFew(p: Primitive, n: number, x: unknown, y: unknown): unknown {
    const xv = this.owns(x) ? x.value : x;
    const yv = this.owns(y) ? y.value : y;
    if (typeof xv !== "number" || (n === 2 && typeof yv !== "number")) return super.runFew(p, n, x, y);
    const ans = callFew(p, n, xv, yv);
    const px = this.parent(p, 0, x);
    const py = n === 2 ? this.parent(p, 1, y) : null;
    return px === null && py === null ? ans : this.boxed(p, ans, n, xv, yv, px, py);
  }

  protected override box(p: Primitive, ans: unknown, values: Values, args: Values): unknown {
    const n = args.length;
    const parents: Parent[] = [];
    // A loop, not `map` and `some`: this runs for every op.
    let isMoving = false;
    for (let i = 0; i < n; i++) {
      parents.push(this.parent(p, i, args[i]));
      if (parents[i] !== null) isMoving = true;
    }
    if (!isMoving) return ans;
    return n > 2
      ? this.boxed(p, ans, n, values, undefined, parents, null)
      : this.boxed(p, ans, n, values[0], values[1], parents[0]!, parents[1] ?? null);
  }

  private boxed(
    p: Primitive,
    ans: unknown,
    n: number,
    x: unknown,
    y: unknown,
    px: Parents | Parent,
    py: Parent,
  ): unknown {
    const space = Array.isArray(ans) ? null : spaceOf(this.spaces, p.name, ans);
    const node = new Node(this.nodes.length, p, space, ans, n, x, y, px, py);
    this.nodes.push(node);
    if (space !== null) return new space.Container(this, ans, node);
    return (ans as Values).map((a, i) => this.boxed(OUTPUT, a, 2, ans, i, node, null));
  }

  private parent(p: Primitive, i: number, x: unknown): Parent {
    return this.owns(x) && flows(p, this.mode, i) ? (x.record as Node) : null;
  }
}

/** Does a derivative of `p` flow from argument `i`? Throws MissingRuleError where that is not known. */
export function flows(p: Primitive, mode: Mode, i: number): boolean {
  if (!p.isDifferentiable) return false;
  const rules = p[mode];
  if (typeof rules === "function") return true;
  const rule = rules?.[i];
  if (rule !== undefined) return rule !== null;
  throw new MissingRuleError(
    `${p.name}: expected a ${mode} rule for argument ${i}, got none. ` +
      `Attach it with attachRules(${p.name}, { ${mode}: [...] }), or wrap the argument in stopGradient.`,
  );
}
