/** Entries shifted along axes, wrapping around. */
import { kernels, stridedView } from "@ndgrad/kernels";
import type { Nd, Shape } from "../../tensor.js";
import type { Selection } from "../index/selection.js";

/** The entries of an array of `shape`, shifted by `shifts[a]` along each axis: each axis that shifts cuts every box in two. */
export function rollSelection(shape: Shape, shifts: readonly number[]): Selection {
  let moves: readonly (readonly [to: Box, from: Box])[] = [[WHOLE, WHOLE]];
  shape.forEach((n, a) => {
    const k = n === 0 ? 0 : ((shifts[a]! % n) + n) % n;
    const pieces =
      k === 0
        ? [[0, 0, n] as const]
        : ([
            [0, n - k, k],
            [k, 0, n - k],
          ] as const);
    moves = moves.flatMap(([to, from]) =>
      pieces.map(([t, f, size]) => [along(to, t, size), along(from, f, size)] as const),
    );
  });
  return {
    shape,
    read: (out, x) => moves.forEach(([to, from]) => kernels().copy(view(out, to), view(x, from))),
    add: (out, g) =>
      moves.forEach(([to, from]) => kernels().add(view(out, from), view(out, from), view(g, to))),
    inEach: (size) => rollSelection([size, ...shape], [0, ...shifts]),
  };
}

/** A box of entries: where it starts along each axis, and how long it is. */
interface Box {
  readonly start: readonly number[];
  readonly shape: readonly number[];
}

const WHOLE: Box = { start: [], shape: [] };

function along({ start, shape }: Box, begin: number, size: number): Box {
  return { start: [...start, begin], shape: [...shape, size] };
}

function view(x: Nd, { start, shape }: Box): Nd {
  return stridedView(
    x,
    shape,
    x.stride,
    start.reduce((sum, i, a) => sum + i * x.stride[a]!, x.offset),
  );
}
