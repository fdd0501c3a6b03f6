/** Room for LAPACK to work in. */

/**
 * Run a routine with as much room as it works best with. It is asked first: called with sizes of −1, it writes the sizes
 * that it wants where the room would begin. Returns its `info`.
 */
export function optimal(
  run: (work: Float64Array, size: number, places: Int32Array, placeCount: number) => number,
): number {
  const work = new Float64Array(1);
  const places = new Int32Array(1);
  run(work, -1, places, -1);
  const [size, placeCount] = [work[0]!, places[0]!];
  return run(new Float64Array(size), size, new Int32Array(placeCount), placeCount);
}
