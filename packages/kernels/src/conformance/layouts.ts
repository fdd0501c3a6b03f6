/** The memory layouts on which kernels are tested. */
import type { Placement } from "./memory.js";
import { sizeOf } from "./problem.js";

export type Layout = (shape: readonly number[]) => Placement;

const rowMajor = (shape: readonly number[]) => shape.map((_, d) => sizeOf(shape.slice(d + 1)));

export const layouts = {
  contiguous: (shape) => ({ stride: rowMajor(shape), offset: 0, extent: sizeOf(shape) }),
  /** Contiguous, in the middle of longer data. */
  offset: (shape) => ({ stride: rowMajor(shape), offset: 5, extent: sizeOf(shape) + 8 }),
  /** Column-major. */
  transposed: (shape) => ({
    stride: rowMajor([...shape].reverse()).reverse(),
    offset: 0,
    extent: sizeOf(shape),
  }),
  /** Every other entry along each dimension. */
  stepped: (shape) => {
    const whole = shape.map((n) => 2 * n);
    return { stride: rowMajor(whole).map((s) => 2 * s), offset: 1, extent: sizeOf(whole) + 1 };
  },
  /** Backwards along each dimension. */
  reversed: (shape) => ({
    stride: rowMajor(shape).map((s) => -s),
    offset: Math.max(0, sizeOf(shape) - 1),
    extent: sizeOf(shape),
  }),
  /** Stride 0 along the first dimension, as for broadcast rows. */
  repeatedFirst: (shape) => broadcast(shape, (d) => d === 0),
  /** Stride 0 along the last dimension, as for broadcast columns. */
  repeatedLast: (shape) => broadcast(shape, (d) => d === shape.length - 1),
  repeatedAll: (shape) => broadcast(shape, () => true),
} satisfies Record<string, Layout>;

function broadcast(shape: readonly number[], isRepeated: (d: number) => boolean): Placement {
  const once = shape.map((n, d) => (isRepeated(d) ? 1 : n));
  const stride = rowMajor(once).map((s, d) => (isRepeated(d) ? 0 : s));
  return { stride, offset: 0, extent: sizeOf(once) };
}
