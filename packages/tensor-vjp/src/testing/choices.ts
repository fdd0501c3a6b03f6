/** Random shapes, axes and options, from any source of whole numbers: a seed, or a property test. */
import type { Shape } from "../tensor.js";

export interface ShapeLimits {
  readonly minRank?: number;
  readonly maxRank?: number;
  readonly minSize?: number;
  readonly maxSize?: number;
}

export class Choices {
  /** `int(low, high)` gives a whole number from `low` to `high`, both included. */
  constructor(readonly int: (low: number, high: number) => number) {}

  flag(): boolean {
    return this.int(0, 1) === 1;
  }

  pick<const T>(list: readonly T[]): T {
    return list[this.int(0, list.length - 1)]!;
  }

  shape({ minRank = 0, maxRank = 4, minSize = 0, maxSize = 4 }: ShapeLimits = {}): number[] {
    return Array.from({ length: this.int(minRank, maxRank) }, () => this.int(minSize, maxSize));
  }

  /** An axis of an array of rank 1 or more, counted from the front or from the end. */
  axis(rank: number): number {
    return this.int(-rank, rank - 1);
  }

  /** The `axis` option of a reduction: null, one, or a list in any order. */
  axes(rank: number): number | readonly number[] | null {
    const kind = this.int(0, 2);
    if (kind === 0) return null;
    if (kind === 1 && rank > 0) return this.axis(rank);
    const chosen = this.permutation(rank).slice(0, this.int(0, rank));
    return chosen.map((a) => (this.flag() ? a : a - rank));
  }

  permutation(n: number): number[] {
    const order = Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const j = this.int(0, i);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    return order;
  }

  /** Two shapes that broadcast: `shape` with leading axes dropped and sizes set to 1, for each. */
  broadcasting(shape: Shape): [number[], number[]] {
    const stretch = shape.map(() => this.int(0, 3));
    const cut = (drop: number, one: number): number[] =>
      shape.map((n, a) => (stretch[a] === one ? 1 : n)).slice(drop);
    const [first, second] = [this.int(0, shape.length), this.int(0, shape.length)];
    return this.flag() ? [cut(0, 1), cut(second, 2)] : [cut(first, 1), cut(0, 2)];
  }
}
