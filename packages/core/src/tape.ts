/** The tape: applications of primitives in creation order, walked backward or forward. */
import { TracedValueError } from "./errors.js";
import { argsOf, INPUT, Node, OUTPUT, parentsOf } from "./node.js";
import { Cotangents, pull } from "./pull.js";
import { push } from "./push.js";
import type { Space } from "./space.js";

/** Creation order is a topological order, so both walks are plain loops: no recursion at any depth. */
export class Tape {
  private readonly nodes: (Node | undefined)[] = [];
  private inputs = 0;

  constructor(private readonly spaceOf: (value: unknown) => Space) {}

  /** Inputs come first on the tape. */
  input(space: Space, value: unknown): Node {
    this.inputs++;
    return this.append(INPUT, space, value, undefined, undefined, null, null, null, null);
  }

  append(
    primitive: Node["primitive"],
    space: Space | null,
    ans: unknown,
    x: unknown,
    y: unknown,
    px: Node | null,
    py: Node | null,
    args: readonly unknown[] | null,
    parents: readonly (Node | null)[] | null,
  ): Node {
    const node = new Node(this.nodes.length, primitive, space, ans, x, y, px, py, args, parents);
    this.nodes.push(node);
    return node;
  }

  /**
   * Pull the cotangents `gs` of the nodes `outputs` back to the inputs; `undefined` where nothing arrives.
   * With `free`, nodes are dropped as the walk passes them: the tape is good for one walk.
   */
  backward(outputs: readonly (Node | null)[], gs: readonly unknown[], free: boolean): unknown[] {
    const cotangents = new Cotangents(this.nodes.length);
    let i = this.inputs - 1;
    outputs.forEach((node, k) => {
      if (node === null || gs[k] === null) return;
      cotangents.add(node, gs[k]);
      i = Math.max(i, node.index);
    });
    for (; i >= this.inputs; i--) {
      const node = this.at(i);
      const g = cotangents.take(i, node.space);
      if (free) this.nodes[i] = undefined;
      if (g !== undefined) pull(node, g, cotangents);
    }
    const pulled = new Array<unknown>(this.inputs);
    for (let k = 0; k < this.inputs; k++) pulled[k] = cotangents.take(k, this.at(k).space);
    return pulled;
  }

  /** Push the tangents `ts` of the inputs forward to `outputs`; `undefined` where nothing moves. */
  forward(outputs: readonly (Node | null)[], ts: readonly unknown[]): unknown[] {
    const tangents: unknown[] = ts.map((t) => t ?? undefined);
    for (let i = this.inputs; i < this.nodes.length; i++) tangents.push(this.tangent(this.at(i), tangents));
    return outputs.map((node) => (node === null ? undefined : tangents[node.index]));
  }

  /** Apply what was recorded to other inputs; the answers at `outputs`, in order. */
  replay(outputs: readonly Node[], inputs: readonly unknown[]): unknown[] {
    const answers = inputs.slice();
    for (let i = this.inputs; i < this.nodes.length; i++) {
      const node = this.at(i);
      const parents = parentsOf(node);
      const args = argsOf(node).map((x, k) => {
        const parent = parents[k];
        return parent === null || parent === undefined ? x : answers[parent.index];
      });
      const [list, output] = args;
      answers.push(
        node.primitive === OUTPUT
          ? (list as readonly unknown[])[output as number]
          : node.primitive.call(...args),
      );
    }
    return outputs.map((node) => answers[node.index]);
  }

  /** The recorded nodes, none of them freed. */
  list(): Node[] {
    return this.nodes.map((_, i) => this.at(i));
  }

  private tangent(node: Node, tangents: readonly unknown[]): unknown {
    const ts = parentsOf(node).map((parent) => (parent === null ? undefined : tangents[parent.index]));
    if (ts.every((t) => t === undefined)) return undefined;
    if (node.primitive === OUTPUT) return (ts[0] as readonly unknown[])[node.y as number] ?? undefined;
    return push(node.primitive, node.ans, argsOf(node), ts, this.spaceOf);
  }

  private at(i: number): Node {
    const node = this.nodes[i];
    if (node !== undefined) return node;
    throw new TracedValueError(
      "tape: expected recorded nodes, got a tape that one walk has freed. Record again.",
    );
  }
}
