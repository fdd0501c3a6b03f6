/** Problems for gather and scatter, which move blocks of an array. */
import ndarray from "ndarray";
import type { NdF64 } from "../signatures.js";
import { mixed, ordinary } from "./entries.js";
import { f64, sizeOf } from "./problem.js";
import type { Problem } from "./problem.js";
import { rowsOf } from "./rows.js";

/** An array of `count` blocks of this shape, and the indices of those that are read or written, in order. */
interface Case {
  readonly which: readonly number[];
  readonly count: number;
  readonly block: readonly number[];
}

const cases: readonly Case[] = [
  { which: [], count: 1, block: [2] },
  { which: [0], count: 1, block: [] },
  { which: [2, 0, 2], count: 3, block: [] },
  { which: [1, 1, 0], count: 2, block: [3] },
  { which: [3, 0, 3, 2], count: 4, block: [2, 3] },
  { which: [1, 0], count: 2, block: [0] },
  { which: [1], count: 3, block: [2, 1, 2] },
  { which: Array.from({ length: 1009 }, (_, k) => (k * 37) % 101), count: 101, block: [] },
  { which: Array.from({ length: 61 }, (_, k) => (k * 11) % 31), count: 31, block: [40] },
];

/** Takes the first of the blocks, and the offsets of the blocks to move. */
type Move = (out: NdF64, x: NdF64, offsets: Int32Array) => void;

export function gatherProblems(kernel: Move): Problem[] {
  return cases.map(({ which, count, block }, seed) => ({
    name: `${which.length} of ${count} blocks of [${block.join(", ")}]`,
    inputs: [{ kind: "f64", shape: [count, ...block], entries: mixed(count * sizeOf(block), seed) }],
    out: { kind: "f64", shape: [which.length, ...block] },
    call: (out, [x]) => kernel(f64(out), firstBlock(f64(x)), offsets(f64(x), which)),
    wanted([x]) {
      const blocks = rowsOf(x!, count, sizeOf(block));
      return { entries: Float64Array.from(which.flatMap((k) => Array.from(blocks[k]!))) };
    },
  }));
}

/** `put` computes the new value of an entry of `out`. */
export function scatterProblems(kernel: Move, put: (before: number, x: number) => number): Problem[] {
  return cases.map(({ which, count, block }, seed) => ({
    name: `${which.length} to ${count} blocks of [${block.join(", ")}]`,
    inputs: [
      { kind: "f64", shape: [which.length, ...block], entries: mixed(which.length * sizeOf(block), seed) },
    ],
    out: { kind: "f64", shape: [count, ...block], entries: ordinary(count * sizeOf(block), seed + 100) },
    call: (out, [x]) => kernel(firstBlock(f64(out)), f64(x), offsets(f64(out), which)),
    wanted([x], before) {
      const entries = before.slice();
      const blocks = rowsOf(entries, count, sizeOf(block));
      rowsOf(x!, which.length, sizeOf(block)).forEach((row, k) => {
        const target = blocks[which[k]!]!;
        row.forEach((v, i) => (target[i] = put(target[i]!, v)));
      });
      return { entries };
    },
  }));
}

const firstBlock = (x: NdF64): NdF64 => ndarray(x.data, x.shape.slice(1), x.stride.slice(1), x.offset);
const offsets = (x: NdF64, which: readonly number[]) => Int32Array.from(which, (k) => k * x.stride[0]!);
