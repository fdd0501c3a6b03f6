/** Derivatives of curves by central differences, extrapolated to step 0: a reference that uses no derivative rules. */

const LEVELS = 11;
const FIRST_STEP = 1 / 8;

/** A derivative, and an estimate of its error. */
export interface Difference {
  readonly value: Float64Array;
  readonly error: Float64Array;
}

/**
 * The derivative at 0 of a curve, component by component. Steps are halved from 1/8 and extrapolated (Richardson
 * 1911); of all estimates, the one closest to its neighbours in the table is taken (Ridders 1982). Steps that leave the
 * domain (a NaN, an infinity) are skipped. Throws an Error if all of them do.
 */
export function derivativeAt0(curve: (h: number) => Float64Array): Difference {
  let best: Difference | undefined;
  let previous: Float64Array[] = [];
  let h = FIRST_STEP;
  for (let level = 0; level < LEVELS; level++, h /= 2) {
    const first = quotient(curve, h);
    if (!first.every(Number.isFinite)) {
      previous = [];
      continue;
    }
    const row = extrapolate(first, previous);
    const fresh: Difference = best ?? { value: first.slice(), error: first.map(() => Infinity) };
    for (let k = 1; k < row.length; k++) keepBetter(fresh, row[k]!, row[k - 1]!, previous[k - 1]!);
    best = fresh;
    if (best.error.every((e, i) => e <= 1e-13 * Math.abs(best!.value[i]!))) break;
    previous = row;
  }
  if (best !== undefined) return best;
  throw new Error(
    "differences: expected a function that is finite around the arguments, got NaN or an infinity at every step. " +
      "Take arguments inside the domain.",
  );
}

/** (curve(h) − curve(−h)) / 2h */
function quotient(curve: (h: number) => Float64Array, h: number): Float64Array {
  const [up, down] = [curve(h), curve(-h)];
  return up.map((u, i) => (u - down[i]!) / (2 * h));
}

/** The next row of the table. The error of a central difference is a series in h²: each column removes one term. */
function extrapolate(first: Float64Array, previous: readonly Float64Array[]): Float64Array[] {
  const row = [first];
  previous.forEach((coarse, k) => {
    const fine = row[k]!;
    const factor = 4 ** (k + 1);
    row.push(fine.map((f, i) => f + (f - coarse[i]!) / (factor - 1)));
  });
  return row;
}

/** Replace the components of `best` whose error estimate `next` improves on. */
function keepBetter(best: Difference, next: Float64Array, fine: Float64Array, coarse: Float64Array): void {
  next.forEach((value, i) => {
    const error = Math.max(Math.abs(value - fine[i]!), Math.abs(value - coarse[i]!));
    if (error >= best.error[i]!) return;
    best.error[i] = error;
    best.value[i] = value;
  });
}
