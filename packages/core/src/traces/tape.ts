/** The tape: the primitives that a run applied, in creation order, for walks backward or forward. */
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

/** Picks one output of a primitive that has several: its arguments are the list of outputs and a position. */
export const OUTPUT = new Primitive("output", (list: Values, i: number) => list[i], true, true);

/**
 * One application of a primitive. Nodes are made by the million, so they have one hidden class, and lists only if there
 * are more than two arguments: `x` and `y` are the arguments and `px` and `py` their nodes if `n` ≤ 2; otherwise `x` is
 * the list of arguments and `px` the list of their nodes.
 */
export class Node {
  constructor(
    /** Position on the tape. Parents always come earlier. */
    readonly index: number,
    readonly primitive: Primitive,
    /** The space of `ans`; `null` if there are several outputs, each of which has its own node and space. */
    readonly space: Space | null,
    readonly ans: unknown,
    readonly n: number,
    private readonly x: unknown,
    private readonly y: unknown,
    private readonly px: Parents | Parent,
    private readonly py: Parent,
  ) {}

  /** A node that is not on a tape. */
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

  /** The node of argument `i`, or `null` if no derivative flows to it. */
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
 * Records every application that depends on its inputs. `mode` says which rules the walk will use. Creation order is a
 * topological order, so walks are plain loops without recursion, however deep the graph.
 */
export class RecordTrace extends Trace {
  readonly nodes: Node[] = [];
  /** Inputs come first on the tape. */
  inputs = 0;
  protected override readonly isScoped: boolean;

  /** A reusable tape outlives the transform that makes it, so it must not hold values in scope memory. */
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
    return this.append(INPUT, value, 0, undefined, undefined, null, null);
  }

  /** The node of a value, or `null` if the value does not depend on the inputs. */
  nodeOf(value: unknown): Node | null {
    return this.owns(value) ? (value.record as Node) : null;
  }

  /** A shortcut for numbers, which need no scope: a scalar program spends most of its time here. */
  override runFew(p: Primitive, n: number, x: unknown, y: unknown): unknown {
    const xv = this.owns(x) ? x.value : x;
    const yv = this.owns(y) ? y.value : y;
    if (typeof xv !== "number" || (n === 2 && typeof yv !== "number")) return super.runFew(p, n, x, y);
    const ans = callFew(p, n, xv, yv);
    const px = this.parent(p, 0, x);
    const py = n === 2 ? this.parent(p, 1, y) : null;
    return px === null && py === null ? ans : this.append(p, ans, n, xv, yv, px, py);
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
      ? this.append(p, ans, n, values, undefined, parents, null)
      : this.append(p, ans, n, values[0], values[1], parents[0]!, parents[1] ?? null);
  }

  /** Put a node on the tape, and return the answer in a container, or a list of them for several outputs. */
  private append(
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
    return (ans as Values).map((a, i) => this.append(OUTPUT, a, 2, ans, i, node, null));
  }

  private parent(p: Primitive, i: number, x: unknown): Parent {
    return this.owns(x) && flows(p, this.mode, i) ? (x.record as Node) : null;
  }
}

/** True if `p` has a derivative in argument `i`. Throws MissingRuleError if there is no rule to tell. */
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
