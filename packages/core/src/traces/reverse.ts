/** Reverse mode: pull cotangents back along a tape, from the last node to the first. */
import { describeForeign } from "../errors/describe.js";
import { CotangentError } from "../errors/errors.js";
import { Contribution, describeIn } from "../space.js";
import type { Accumulator, Space } from "../space.js";
import { OUTPUT } from "./tape.js";
import type { Node, RecordTrace } from "./tape.js";

type Values = readonly unknown[];

/**
 * Pull the cotangents `gs` of the values `outputs`, which the tape has boxed where they depend on its inputs, back to the
 * inputs; `undefined` where nothing arrives. With `free`, nodes are dropped as the walk passes them: the tape is good for
 * one walk.
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

/** Cotangent sums of one walk. They live beside the tape, so a walk that throws leaves nothing behind. */
class Cotangents {
  /** The only cotangent so far, or the accumulator of several. */
  private readonly sums: unknown[];

  constructor(length: number) {
    this.sums = new Array<unknown>(length).fill(undefined);
  }

  /** The finished sum of node `i`, dropped from here: everything that feeds it has been walked. */
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

  /** Record the cotangent of one output of an application that has several. */
  put(node: Node, output: number, g: unknown): void {
    const list = (this.sums[node.index] ??= (node.ans as readonly unknown[]).map(() => undefined));
    (list as unknown[])[output] = g;
  }
}

/** Tells an accumulator from a cotangent. */
class Sum {
  readonly of: Accumulator<unknown>;

  constructor(node: Node) {
    // Only applications with several outputs have no space, and nothing but `put` adds to those.
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

/** Apply the reverse rules of `node` to its finished cotangent `g`. */
function pull(node: Node, g: unknown, into: Cotangents): void {
  const { primitive, n } = node;
  const rules = primitive.vjp;
  if (primitive === OUTPUT) into.put(node.parent(0)!, node.args[1] as number, g);
  else if (typeof rules === "function") {
    const gs = listFrom(node, node.apply(rules, g));
    for (let i = 0; i < n; i++) contribute(node, i, gs[i], into);
  } else
    for (let i = 0; i < n; i++) {
      const rule = rules?.[i];
      if (rule && node.parent(i) !== null) contribute(node, i, node.apply(rule, g), into);
    }
}

function listFrom({ primitive }: Node, gs: unknown): readonly unknown[] {
  if (Array.isArray(gs)) return gs;
  throw new CotangentError(
    `${primitive.name}: expected a list of cotangents from its vjp rule, got ${describeForeign(gs)}. Return one per argument, or null.`,
  );
}

/** Every cotangent that a rule returns must have the form of its argument: a wrong form is a wrong rule. */
function contribute(node: Node, i: number, g: unknown, into: Cotangents): void {
  const parent = node.parent(i);
  if (parent === null || g === null) return;
  // As in `Sum`.
  const space = parent.space!;
  if (!space.matches(g, parent.ans))
    throw new CotangentError(
      `${node.primitive.name}: expected the vjp of argument ${i} to be ${space.describe(parent.ans)}, ` +
        `got ${describeIn(space, g)}. Correct the rule: a cotangent has the form of its argument.`,
    );
  into.add(parent, g);
}
