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
