/** Walks several arrays of one shape together, whatever their strides. */

/** The dimensions to loop over, outermost first, and how far each operand moves along each of them. */
export interface Layout {
  readonly shape: readonly number[];
  /** `strides[k][d]`: operand k, dimension d. */
  readonly strides: readonly (readonly number[])[];
}

/** The same entries in the same order with as few dimensions as can be, but at least one. */
export function collapse(shape: readonly number[], strides: readonly (readonly number[])[]): Layout {
  const sizes: number[] = [];
  const steps: number[][] = strides.map(() => []);
  for (let d = 0; d < shape.length; d++) {
    const n = shape[d]!;
    if (n === 1) continue;
    const last = sizes.length - 1;
    if (last >= 0 && strides.every((s, k) => steps[k]![last] === s[d]! * n)) {
      sizes[last]! *= n;
      strides.forEach((s, k) => (steps[k]![last] = s[d]!));
    } else {
      sizes.push(n);
      strides.forEach((s, k) => steps[k]!.push(s[d]!));
    }
  }
  if (sizes.length === 0) {
    sizes.push(1);
    for (const s of steps) s.push(0);
  }
  return { shape: sizes, strides: steps };
}

/** Calls `body` for each position in the dimensions before `depth`, in row-major order, with the operands' offsets in `at`. */
export function walk({ shape, strides }: Layout, depth: number, at: number[], body: () => void, d = 0): void {
  if (d >= depth) return body();
  const n = shape[d]!;
  for (let i = 0; i < n; i++) {
    walk({ shape, strides }, depth, at, body, d + 1);
    for (let k = 0; k < at.length; k++) at[k]! += strides[k]![d]!;
  }
  for (let k = 0; k < at.length; k++) at[k]! -= n * strides[k]![d]!;
}

/** Whether the entries lie one after the other in row-major order. */
export function isContiguous(x: { readonly shape: readonly number[]; readonly stride: readonly number[] }): boolean {
  let step = 1;
  for (let d = x.shape.length - 1; d >= 0; d--) {
    const n = x.shape[d]!;
    if (n !== 1 && x.stride[d] !== step) return false;
    step *= n;
  }
  return true;
}
