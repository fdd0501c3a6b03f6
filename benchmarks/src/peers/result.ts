/** The measured results, and how they are marked. */

/** The time of one engine for one workload. `checkHolds` is false if its result differs from the first engine's. */
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

/** A single run in its own process: the time, and the peak growth of the process's memory. */
export interface Memory {
  readonly workload: string;
  readonly engine: string;
  readonly ops: number;
  readonly us: number;
  readonly bytes: number;
  readonly checkHolds: boolean;
}

/** A figure that changes by half between rounds means that other processes used the cores. */
export const isUnsteady = ({ least, most }: Result): boolean => most > 1.5 * least;

/** The marks after the number in a table cell. */
export const mark = (r: Result): string => (r.checkHolds ? "" : " !") + (isUnsteady(r) ? " ~" : "");
