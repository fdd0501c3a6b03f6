/**
 * Measuring: medians after warm-up. The cases of one table take turns, so that a noisy machine affects all of them
 * alike.
 */

export interface Bench {
  readonly name: string;
  readonly run: () => void;
}

/** Median time in nanoseconds of one run of each bench, taken in `rounds` interleaved rounds after `warmup` runs. */
export function medians(benches: readonly Bench[], { rounds = 101, warmup = 200 } = {}): number[] {
  for (const { run } of benches) for (let i = 0; i < warmup; i++) run();
  const times = benches.map(() => new Float64Array(rounds));
  for (let round = 0; round < rounds; round++)
    benches.forEach(({ run }, b) => {
      const start = process.hrtime.bigint();
      run();
      times[b]![round] = Number(process.hrtime.bigint() - start);
    });
  return times.map(median);
}

/** The median of an odd number of values. */
export function median(values: ArrayLike<number>): number {
  return Float64Array.from(values).sort()[values.length >> 1]!;
}

/** Rows under a header, in columns: the first aligned left, the others right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, c) => Math.max(...all.map((row) => row[c]!.length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join("  ");
  return [line(header), widths.map((w) => "-".repeat(w)).join("  "), ...rows.map(line)].join("\n");
}

/** A measured figure and its limit. */
export interface Figure {
  readonly what: string;
  readonly measured: number;
  /** The largest acceptable value; `null` if the figure is only reported. */
  readonly limit: number | null;
  readonly unit: string;
  /** What it is compared with, measured in the same run. */
  readonly against: string;
}

export function figureRow({ what, measured, limit, unit, against }: Figure): string[] {
  const digits = measured < 10 ? 2 : measured < 100 ? 1 : 0;
  const verdict = limit === null ? "" : measured <= limit ? "ok" : "OVER THE LIMIT";
  return [
    what,
    `${measured.toFixed(digits)} ${unit}`,
    limit === null ? "" : `≤ ${limit} ${unit}`,
    verdict,
    against,
  ];
}
