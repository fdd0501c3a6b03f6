/** What was measured. */

/** What one engine needs for one workload; `checkHolds` false: it computed something else than the first engine. */
export interface Result {
  readonly workload: string;
  readonly engine: string;
  /** Median, least and most over the rounds. */
  readonly us: number;
  readonly least: number;
  readonly most: number;
  readonly check: number;
  readonly checkHolds: boolean;
}

/** A single run in a process of its own: its time, and how far the process's memory rose at most. */
export interface Memory {
  readonly workload: string;
  readonly engine: string;
  readonly ops: number;
  readonly us: number;
  readonly bytes: number;
  readonly checkHolds: boolean;
}

/** From one round to another a figure should not change by half: where it does, other processes had the cores. */
export const isUnsteady = ({ least, most }: Result): boolean => most > 1.5 * least;

/** What a cell of a table says beside its number. */
export const mark = (r: Result): string => (r.checkHolds ? "" : " !") + (isUnsteady(r) ? " ~" : "");
