/** Reverse mode: pull cotangents back along a tape, from the last node to the first. */
import { describeForeign } from "../errors/describe.js";
import { CotangentError } from "../errors/errors.js";
import { Contribution, describeIn } from "../space.js";
import type { Accumulator, Space } from "../space.js";
import { OUTPUT } from "./tape.js";
import type { Node, RecordTrace } from "./tape.js";

type Values = readonly unknown[];

/**
 * Pull the cotangents `gs` of `outputs` back to the inputs of the tape: one per input, `undefined` if the outputs don't
 * depend on it. With `free`, nodes are dropped once they have been walked, so the tape can be walked only once.
 */
export function backward(tape: RecordTrace, outputs: Values, gs: Values, free: boolean): unknown[] {
  const { nodes, inputs } = tape;
  const cotangents = new Cotangents(nodes.length);
  for (let k = 0; k < outputs.length; k++) {
    const node = tape.nodeOf(outputs[k]);
    if (node !== null && gs[k] !== null) cotangents.add(node, gs[k]);
  }
  for (let i = nodes.length - 1; i >= inputs; i--) {
    const g = cotangents.take(i);
    if (g !== undefined) pull(nodes[i]!, g, cotangents);
    if (free) nodes.pop();
  }
  const pulled: unknown[] = [];
  for (let i = 0; i < inputs; i++) pulled.push(cotangents.take(i));
  return pulled;
}

/** The cotangent sums of one walk. They are kept apart from the tape, so a walk that throws leaves nothing behind. */
class Cotangents {
  /** By node: the only cotangent so far, or a `Sum` of several. */
  private readonly sums: unknown[];

  constructor(length: number) {
    this.sums = new Array<unknown>(length).fill(undefined);
  }

  /** Remove and return the sum of node `i`. It is complete: every node that contributes to it has been walked. */
  take(i: number): unknown {
    const sum = this.sums[i];
    this.sums[i] = undefined;
    return sum instanceof Sum ? sum.of.total() : sum;
  }

  add(node: Node, g: unknown): void {
    const old = this.sums[node.index];
    if (old instanceof Sum) old.of.add(g);
    else if (old === undefined && !(g instanceof Contribution)) this.sums[node.index] = g;
    else {
      const sum = new Sum(node);
      if (old !== undefined) sum.of.add(old);
      sum.of.add(g);
      this.sums[node.index] = sum;
    }
  }

  /** Set the cotangent of one output of a node that has several outputs. */
  put(node: Node, output: number, g: unknown): void {
    const list = (this.sums[node.index] ??= (node.ans as readonly unknown[]).map(() => undefined));
    (list as unknown[])[output] = g;
  }
}

/** Wraps an accumulator, so that it can be told from a cotangent. */
class Sum {
  readonly of: Accumulator<unknown>;

  constructor(node: Node) {
    // Only a node with several outputs has no space, and its cotangents arrive by `put`, never by `add`.
    const space = node.space!;
    this.of = space.accumulator?.() ?? new SumByAdd(space);
  }
}

/** For spaces without an accumulator of their own. */
class SumByAdd implements Accumulator<unknown> {
  private sum: unknown = undefined;

  constructor(private readonly space: Space) {}

  add(g: unknown): void {
    this.sum = this.sum === undefined ? g : this.space.add(this.sum, g);
  }

  total(): unknown {
    return this.sum;
  }
}

/** Apply the reverse rules of `node` to its complete cotangent `g`. */
function pull(node: Node, g: unknown, into: Cotangents): void {
  const { primitive, n } = node;
  const rules = primitive.vjp;
  if (primitive === OUTPUT) into.put(node.parent(0)!, node.args[1] as number, g);
  else if (typeof rules === "function") {
    const gs = mustBeList(node, node.apply(rules, g));
    for (let i = 0; i < n; i++) contribute(node, i, gs[i], into);
  } else
    for (let i = 0; i < n; i++) {
      const rule = rules?.[i];
      if (rule && node.parent(i) !== null) contribute(node, i, node.apply(rule, g), into);
    }
}

function mustBeList({ primitive }: Node, gs: unknown): readonly unknown[] {
  if (Array.isArray(gs)) return gs;
  throw new CotangentError(
    `${primitive.name}: expected a list of cotangents from its vjp rule, got ${describeForeign(gs)}. Return one per argument, or null.`,
  );
}

/** Add `g` to argument `i` of `node`. A form that differs from the argument's means a wrong rule: CotangentError. */
function contribute(node: Node, i: number, g: unknown, into: Cotangents): void {
  const parent = node.parent(i);
  if (parent === null || g === null) return;
  // A parent that receives a cotangent from a rule has one output: see `Sum`.
  const space = parent.space!;
  if (!space.matches(g, parent.ans))
    throw new CotangentError(
      `${node.primitive.name}: expected the vjp of argument ${i} to be ${space.describe(parent.ans)}, ` +
        `got ${describeIn(space, g)}. Correct the rule: a cotangent has the form of its argument.`,
    );
  into.add(parent, g);
}
