/** A list of values of any kind as one vector of real coordinates, to compare, perturb and draw at random. */
import { spaceOf } from "@ndgrad/core";
import type { Space, Spaces } from "@ndgrad/core";
import type { Random } from "./random.js";

interface Part {
  readonly space: Space;
  readonly like: unknown;
  readonly basis: readonly unknown[];
  readonly start: number;
}

/** Coordinates in the standard bases, which are orthonormal, of the spaces of `values`. */
export class Coordinates {
  readonly size: number;
  private readonly parts: readonly Part[];

  constructor(spaces: Spaces, values: readonly unknown[]) {
    let start = 0;
    this.parts = values.map((like) => {
      const space = spaceOf(spaces, "coordinates", like);
      const part = { space, like, basis: space.basis(like), start };
      start += part.basis.length;
      return part;
    });
    this.size = start;
  }

  of(values: readonly unknown[]): Float64Array {
    return Float64Array.from(
      this.parts.flatMap(({ space, basis }, k) => basis.map((e) => space.inner(values[k], e))),
    );
  }

  values(coordinates: Float64Array): unknown[] {
    return this.parts.map(({ space, like, basis, start }) =>
      basis.reduce((sum: unknown, e, j) => {
        const c = coordinates[start + j]!;
        return c === 0 ? sum : space.add(sum, space.scale(c, e));
      }, space.zerosLike(like)),
    );
  }

  /** The value that coordinate `i` belongs to, and its position within that value. */
  locate(i: number): { readonly part: number; readonly within: number } {
    const part = this.parts.findLastIndex(({ start }) => start <= i);
    return { part, within: i - this.parts[part]!.start };
  }

  /** Uniform entries in [−1, 1); with `part`, zero outside that value. */
  random(random: Random, part?: number): Float64Array {
    const all = Float64Array.from({ length: this.size }, () => 2 * random() - 1);
    return part === undefined ? all : all.map((c, i) => (this.locate(i).part === part ? c : 0));
  }
}

/** x + h·t */
export function along(x: Float64Array, h: number, t: Float64Array): Float64Array {
  return x.map((xi, i) => xi + h * t[i]!);
}

export function dot(x: Float64Array, y: Float64Array): number {
  return x.reduce((sum, xi, i) => sum + xi * y[i]!, 0);
}

/** Σ |xᵢ·yᵢ|: the rounding error of the dot product is a few ulps of this. */
export function dotScale(x: Float64Array, y: Float64Array): number {
  return x.reduce((sum, xi, i) => sum + Math.abs(xi * y[i]!), 0);
}
