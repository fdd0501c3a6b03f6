/** Arguments on which functions are tested. */

export interface Domain {
  /** Ranges where the function is neither trivial nor infinite. */
  readonly ranges: readonly (readonly [from: number, to: number])[];
  /** Numbers near which the function or its kernel changes its formula. */
  readonly near?: readonly number[];
}

/** Zeros, the smallest and largest subnormal and normal numbers, infinities, NaN. */
export const special: readonly number[] = [
  ...[0, 5e-324, 2 ** -1022 - 2 ** -1074, 2 ** -1022, 2 ** -54, 0.5, 1, 2, 3, 2 ** 53],
  ...[Number.MAX_VALUE, Infinity],
].flatMap((x) => [x, -x]).concat(NaN); // prettier-ignore

/** `count` numbers, the same each time: a third of all bit patterns, a third in the ranges, a third near the points. */
export function points(count: number, { ranges, near = [0, 1] }: Domain): Float64Array {
  const next = generator();
  const bits = new DataView(new ArrayBuffer(8));
  const any = (): number => {
    bits.setUint32(0, next() * 2 ** 32);
    bits.setUint32(4, next() * 2 ** 32);
    const x = bits.getFloat64(0);
    return x === x ? x : any();
  };
  const inside = (i: number): number => {
    const [from, to] = ranges[i % ranges.length]!;
    return from + (to - from) * next();
  };
  const close = (i: number): number => {
    const size = 2 ** -Math.floor(2 + 50 * next());
    const p = near[i % near.length]!;
    return (
      (next() < 0.5 ? -1 : 1) * p * (1 + (2 * next() - 1) * size) + (p === 0 ? size * (next() - 0.5) : 0)
    );
  };
  const kinds = [any, inside, close];
  return Float64Array.from({ length: count }, (_, i) => special[i] ?? kinds[i % 3]!(Math.floor(i / 3)));
}

/** Park & Miller's numbers between 0 and 1. */
function generator(): () => number {
  let state = 20;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
