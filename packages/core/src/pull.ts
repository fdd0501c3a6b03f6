/** The backward step of one node: its cotangent in, contributions to its arguments out. */
import { CotangentError } from "./errors.js";
import { describeForeign } from "./describe.js";
import { describeIn } from "./kinds.js";
import { argsOf, Node, OUTPUT, parentsOf } from "./node.js";
import type { Rule } from "./rules.js";
import { isTransient, lastingly, settled } from "./scope.js";
import type { Space } from "./space.js";
import { Container } from "./trace.js";

/** Cotangent sums of one walk. They live beside the tape, so a walk that throws leaves nothing behind. */
export class Cotangents {
  private readonly sums: unknown[];
  /** Marks the sums that an addition here made: only those are written in place. */
  private readonly owned: Uint8Array;

  constructor(length: number) {
    this.sums = new Array<unknown>(length).fill(undefined);
    this.owned = new Uint8Array(length);
  }

  /** The finished sum of node `i`, dropped from here: everything that feeds it has been walked. */
  take(i: number, space: Space | null): unknown {
    const g = this.sums[i];
    this.sums[i] = undefined;
    return g === undefined || space?.settle === undefined ? g : space.settle(g);
  }

  add(node: Node, g: unknown): void {
    const i = node.index;
    const old = this.sums[i];
    this.sums[i] = old === undefined ? g : this.plus(node, old, g);
  }

  private plus(node: Node, old: unknown, g: unknown): unknown {
    const space = spaceOf(node);
    if (this.owned[node.index] === 1 && space.addInto !== undefined && !(g instanceof Container))
      return space.addInto(old, g);
    const sum = space.add(old, g);
    this.owned[node.index] = sum instanceof Container ? 0 : 1;
    return sum;
  }

  /** Record the cotangent of one output of an application that has several. */
  put(node: Node, output: number, g: unknown): void {
    const list = (this.sums[node.index] ??= (node.ans as readonly unknown[]).map(() => undefined));
    (list as unknown[])[output] = g;
  }
}

/** Apply the reverse rules of `node` to its finished cotangent `g`. */
export function pull(node: Node, g: unknown, into: Cotangents): void {
  if (isTransient && !node.primitive.confined && node.primitive !== OUTPUT)
    lastingly(() => pullRules(lasting(node), settled(g), into));
  else pullRules(node, g, into);
}

/** `node` as rules may see it that keep what they are given. */
function lasting({ index, primitive, space, ans, x, y, px, py, args, parents }: Node): Node {
  const [a, b, list] = [settled(x), settled(y), args === null ? null : args.map(settled)];
  return new Node(index, primitive, space, settled(ans), a, b, px, py, list, parents);
}

function pullRules(node: Node, g: unknown, into: Cotangents): void {
  const rules = node.primitive.vjp;
  if (node.primitive === OUTPUT) into.put(node.px as Node, node.y as number, g);
  else if (typeof rules === "function") pullJoint(node, rules, g, into);
  else if (rules === undefined) throw new CotangentError(`${node.primitive.name}: its vjp rules have gone`);
  else if (node.args !== null) pullList(node, rules, g, into);
  else {
    const { ans, x, y, px, py } = node;
    const [first, second] = [rules[0], rules[1]];
    if (px !== null && first)
      contribute(node, 0, px, rules.length === 1 ? first(g, ans, x) : first(g, ans, x, y), into);
    if (py !== null && second) contribute(node, 1, py, second(g, ans, x, y), into);
  }
}

function pullList(node: Node, rules: readonly (Rule | null)[], g: unknown, into: Cotangents): void {
  const args = argsOf(node);
  parentsOf(node).forEach((parent, i) => {
    const rule = rules[i];
    if (parent !== null && rule) contribute(node, i, parent, rule(g, node.ans, ...args), into);
  });
}

function pullJoint(node: Node, rule: Rule, g: unknown, into: Cotangents): void {
  const cotangents = rule(g, node.ans, ...argsOf(node));
  if (!Array.isArray(cotangents))
    throw new CotangentError(
      `${node.primitive.name}: expected a list of cotangents from its vjp rule, got ${describeForeign(cotangents)}. Return one per argument, or null.`,
    );
  parentsOf(node).forEach((parent, i) => {
    if (parent !== null) contribute(node, i, parent, cotangents[i], into);
  });
}

/** Every cotangent that a rule returns must have the form of its argument: a wrong form is a wrong rule. */
function contribute(node: Node, i: number, parent: Node, g: unknown, into: Cotangents): void {
  if (g === null) return;
  const space = spaceOf(parent);
  if (!space.matches(g, parent.ans))
    throw new CotangentError(
      `${node.primitive.name}: expected the vjp of argument ${i} to be ${space.describe(parent.ans)}, ` +
        `got ${describeIn(space, g)}. Correct the rule: a cotangent has the form of its argument.`,
    );
  into.add(parent, g);
}

function spaceOf(node: Node): Space {
  // Only applications with several outputs have none, and no container points at those.
  return node.space as Space;
}
