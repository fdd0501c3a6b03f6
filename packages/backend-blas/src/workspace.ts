/** Workspace for LAPACK routines. */

/**
 * Runs a routine with its optimal workspace, and returns its `info`. The first call, with sizes of −1, queries the
 * sizes: the routine writes them to the first entries.
 */
export function withWorkspace(
  run: (work: Float64Array, size: number, indices: Int32Array, indexCount: number) => number,
): number {
  const work = new Float64Array(1);
  const indices = new Int32Array(1);
  run(work, -1, indices, -1);
  const [size, indexCount] = [work[0]!, indices[0]!];
  return run(new Float64Array(size), size, new Int32Array(indexCount), indexCount);
}
