/** Walks several arrays of one shape together, for any strides. */

/** The dimensions to loop over, outermost first, and the stride of each operand along each. */
export interface Layout {
  readonly shape: readonly number[];
  /** `strides[k][d]`: operand k, dimension d. */
  readonly strides: readonly (readonly number[])[];
}

/** The part of an ndarray that kernels read. */
export interface View {
  readonly data: Float64Array;
  readonly shape: readonly number[];
  readonly stride: readonly number[];
  readonly offset: number;
}

/**
 * Merges dimensions, without changing the entries or their order, until as few as possible are left, but at least one.
 */
export function collapse(shape: readonly number[], strides: readonly (readonly number[])[]): Layout {
  const sizes: number[] = [];
  const steps: number[][] = strides.map(() => []);
  for (let d = 0; d < shape.length; d++) {
    const n = shape[d]!;
    if (n === 1) continue;
    const last = sizes.length - 1;
    const isSeamless = last >= 0 && strides.every((s, k) => steps[k]![last] === s[d]! * n);
    if (isSeamless) sizes[last]! *= n;
    else sizes.push(n);
    for (let k = 0; k < steps.length; k++) steps[k]![sizes.length - 1] = strides[k]![d]!;
  }
  if (sizes.length > 0) return { shape: sizes, strides: steps };
  return { shape: [1], strides: strides.map(() => [0]) };
}

/**
 * Calls `body` at each position in the first `depth` dimensions, in row-major order, with the operands' offsets in
 * `at`.
 */
export function walk(layout: Layout, depth: number, at: number[], body: () => void, d = 0): void {
  if (d >= depth) {
    body();
    return;
  }
  const n = layout.shape[d]!;
  for (let i = 0; i < n; i++) {
    walk(layout, depth, at, body, d + 1);
    for (let k = 0; k < at.length; k++) at[k]! += layout.strides[k]![d]!;
  }
  for (let k = 0; k < at.length; k++) at[k]! -= n * layout.strides[k]![d]!;
}
