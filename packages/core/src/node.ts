/** One application of a primitive on the tape. */
import { Primitive } from "./rules.js";
import type { Space } from "./space.js";

/** An input of the recorded function. */
export const INPUT = new Primitive("input", (x) => x, true);

/** One output of a primitive that has several: `px` is the application, `y` the position. */
export const OUTPUT = new Primitive("output", (list, i) => (list as readonly unknown[])[i as number], true);

/**
 * Up to two arguments live in fields (`x`, `y` and their nodes `px`, `py`), longer lists in `args` and `parents`:
 * nodes are made by the million, so there is one hidden class, and no list for the common case.
 */
export class Node {
  constructor(
    /** Position on the tape; parents always have smaller ones. */
    readonly index: number,
    readonly primitive: Primitive,
    /** `null` for an application with several outputs: each output has a node, and a space, of its own. */
    readonly space: Space | null,
    readonly ans: unknown,
    readonly x: unknown,
    readonly y: unknown,
    readonly px: Node | null,
    readonly py: Node | null,
    readonly args: readonly unknown[] | null,
    readonly parents: readonly (Node | null)[] | null,
  ) {}
}

/** The arguments as a list, however they are stored. A call of one argument had one rule or a joint rule. */
export function argsOf(node: Node): readonly unknown[] {
  return node.args ?? (node.y === undefined ? [node.x] : [node.x, node.y]);
}

export function parentsOf(node: Node): readonly (Node | null)[] {
  return node.parents ?? (node.y === undefined ? [node.px] : [node.px, node.py]);
}
