/** The recorded graph of a function, as data, text and DOT. */
import type { Boundary } from "../transforms/boundary.js";
import { describeForeign } from "../errors/describe.js";
import type { Args } from "../primitive.js";
import { Recording } from "../transforms/recording.js";
import { findSpace } from "../space.js";
import type { Node } from "../traces/tape.js";
import { transform } from "../transforms/transform.js";

/** One application. An input is the id of a node, or the description of an argument outside the graph. */
export interface GraphNode {
  readonly id: number;
  readonly op: string;
  readonly inputs: readonly (number | string)[];
  /** A description of the answer: its kind and form. */
  readonly form: string;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  /** Ids of the nodes whose answers make up the result. */
  readonly outputs: readonly number[];
}

export interface GraphTransform {
  /**
   * The ops that `f(...args)` applies, in order, with their inputs. `graphText` and `graphDot` display it.
   * @example
   * graphText(graph((x: number) => mul(x, x), 3));
   * // %0 = input() : a number
   * // %1 = mul(%0, %0) : a number
   * // return %1
   */
  graph<A extends Args>(f: (...args: A) => unknown, ...args: A): Graph;
}

export const graph = (boundary: Boundary): GraphTransform["graph"] =>
  transform("graph", (f, ...args: Args): Graph => {
    const { tape, boxed } = Recording.of(boundary, "vjp", f, args);
    const describe = (value: unknown): string => {
      const space = findSpace(boundary.spaces, value);
      return space === undefined ? describeForeign(value) : space.describe(value);
    };
    return {
      nodes: tape.nodes.map((node) => graphNode(node, describe)),
      outputs: boxed.values.flatMap((y) => tape.nodeOf(y)?.index ?? []),
    };
  });

function graphNode(node: Node, describe: (value: unknown) => string): GraphNode {
  const { index, primitive, ans } = node;
  const inputs = node.args.map((x, i) => node.parent(i)?.index ?? constant(x, describe));
  const form = Array.isArray(ans) ? ans.map(describe).join(", ") : describe(ans);
  return { id: index, op: primitive.name, inputs, form };
}

/** A small constant as it is written, others by a description. */
function constant(x: unknown, describe: (value: unknown) => string): string {
  if (typeof x === "number") return String(Number(x.toPrecision(4)));
  return typeof x === "boolean" || typeof x === "string" ? String(x) : describe(x);
}

/** One line per node: "%3 = mul(%1, 2) : a number". */
export function graphText({ nodes, outputs }: Graph): string {
  const name = (input: number | string): string => (typeof input === "number" ? `%${input}` : input);
  const lines = nodes.map(
    ({ id, op, inputs, form }) => `%${id} = ${op}(${inputs.map(name).join(", ")}) : ${form}`,
  );
  return [...lines, `return ${outputs.map(name).join(", ")}`].join("\n");
}

/** The graph in Graphviz's DOT language, from the arguments at the top to the result at the bottom. */
export function graphDot({ nodes, outputs }: Graph): string {
  const lines = nodes.map(({ id, op, form, inputs }) => {
    const style =
      inputs.length === 0
        ? "box, style=filled, fillcolor=lightblue"
        : outputs.includes(id)
          ? "doubleoctagon"
          : "ellipse";
    return `  n${id} [label=${JSON.stringify(`${op}\n${form}`)}, shape=${style}];`;
  });
  const edges = nodes.flatMap(({ id, inputs }) =>
    inputs.filter((i) => typeof i === "number").map((i) => `  n${i} -> n${id};`),
  );
  return ["digraph {", '  node [fontname="sans-serif", fontsize=10];', ...lines, ...edges, "}"].join("\n");
}
