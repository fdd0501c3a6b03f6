/** Shapes and axes: comparing, broadcasting, normalizing. */
import { AxisError, ShapeError, ValueError } from "./errors.js";
import type { Shape } from "./tensor.js";

export function sameShape(s: Shape, t: Shape): boolean {
  if (s === t) return true;
  if (s.length !== t.length) return false;
  for (let i = 0; i < s.length; i++) if (s[i] !== t[i]) return false;
  return true;
}

/** The common shape by NumPy's rule: aligned at the end, sizes agree or one of them is 1. Throws ShapeError. */
export function broadcastShapes(...shapes: readonly Shape[]): Shape {
  const [first = [], ...rest] = shapes;
  return rest.reduce((s, t) => broadcastTwo(s, t, shapes), first);
}

/** The same for two shapes, without a list: nearly every op calls it. */
export function broadcastPair(s: Shape, t: Shape): Shape {
  return broadcastTwo(s, t, undefined);
}

function broadcastTwo(s: Shape, t: Shape, all: readonly Shape[] | undefined): Shape {
  if (t.length === 0 || sameShape(s, t)) return s;
  if (s.length === 0) return t;
  const rank = Math.max(s.length, t.length);
  const out = new Array<number>(rank);
  for (let i = 1; i <= rank; i++) {
    // Not `s[s.length - i] ?? 1`: V8 looks up a negative index as a property name, which takes 0.2 us.
    const a = i > s.length ? 1 : s[s.length - i]!;
    const b = i > t.length ? 1 : t[t.length - i]!;
    if (a !== b && a !== 1 && b !== 1)
      throw new ShapeError(
        `expected shapes that broadcast, got ${(all ?? [s, t]).map(bracket).join(" and ")}. ` +
          `Counted from the end, sizes must be equal or 1.`,
      );
    out[rank - i] = a === 1 ? b : a;
  }
  return out;
}

export function bracket(shape: Shape): string {
  return `[${shape.join(",")}]`;
}

/** `axis`, in −rank..rank−1, counted from the front. Throws AxisError. */
export function normalizeAxis(axis: number, rank: number): number {
  if (Number.isInteger(axis) && axis >= -rank && axis < rank) return axis < 0 ? axis + rank : axis;
  const allowed = rank === 0 ? "no axis, since the array has rank 0" : `an axis from ${-rank} to ${rank - 1}`;
  throw new AxisError(`expected ${allowed}, got ${axis}. The array has rank ${rank}.`);
}

/** What ops take as `axis`: one, several, or `null` (the default) for all; `[]` for none. */
export type AxisOption = number | readonly number[] | null;

const counted = (rank: number): number[] => Array.from({ length: rank }, (_, i) => i);
const ALL: readonly (readonly number[])[] = [0, 1, 2, 3, 4].map(counted);

/** Axes counted from the front, ascending. Throws AxisError where one is out of range, ValueError where one repeats. */
export function normalizeAxes(axis: AxisOption | undefined, rank: number): readonly number[] {
  if (axis === undefined || axis === null) return ALL[rank] ?? counted(rank);
  if (typeof axis === "number") return [normalizeAxis(axis, rank)];
  const axes = axis.map((a) => normalizeAxis(a, rank));
  if (new Set(axes).size !== axes.length)
    throw new ValueError(`expected each axis once, got ${bracket(axis)}. Name an axis in one way only.`);
  return axes.sort((a, b) => a - b);
}
