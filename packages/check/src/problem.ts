/** A function of trees of values as a function of real vectors, with names for its arguments. */
import { transforms } from "@ndgrad/core";
import type { Space, Transforms } from "@ndgrad/core";
import { along, Coordinates } from "./coordinates.js";

type List = readonly unknown[];
export type Fn = (...args: unknown[]) => unknown;

export class Problem {
  readonly transforms: Transforms;
  /** The function from the list of values in the arguments to the list of values in the result. Traceable. */
  readonly f: (...xs: unknown[]) => unknown[];
  readonly xs: List;
  readonly ys: List;
  readonly input: Coordinates;
  readonly output: Coordinates;
  /** The name of each argument value in messages: "argument 0.w[1]". */
  readonly labels: readonly string[];
  private readonly x: Float64Array;

  constructor(
    spaces: readonly Space[],
    /** The name of the check: the first word of every message. */
    readonly who: string,
    f: Fn,
    args: List,
  ) {
    this.transforms = transforms(spaces);
    const { flatten } = this.transforms;
    const { values, paths, unflatten } = flatten(args);
    this.f = (...xs) => [...flatten(f(...unflatten(xs))).values];
    this.xs = values;
    this.labels = paths.map((path) => path.replace(/^tree\[(\d+)\]/, "argument $1"));
    this.input = new Coordinates(spaces, values);
    this.ys = this.f(...values);
    this.output = new Coordinates(spaces, this.ys);
    this.x = this.input.of(values);
    this.mustBeFinite("arguments", this.x);
    this.mustBeFinite("a result", this.output.of(this.ys));
  }

  /** h ↦ the coordinates of `f` at x + h·t. */
  curve(f: (...xs: unknown[]) => List, output: Coordinates, t: Float64Array): (h: number) => Float64Array {
    return (h) => output.of(f(...this.input.values(along(this.x, h, t))));
  }

  /** Throws if a run has written to an argument. */
  checkUnchanged(): void {
    const now = this.input.of(this.xs);
    const i = now.findIndex((c, k) => c !== this.x[k]);
    if (i >= 0)
      throw this.failure(`${this.label(i)} to be left as it was`, "it written to", "Copy before writing.");
  }

  /** The name of coordinate `i`: its argument, and its position there. */
  label(i: number): string {
    const { part, within } = this.input.locate(i);
    return `${this.labels[part]} (coordinate ${within})`;
  }

  failure(expected: string, got: string, remedy: string): Error {
    return new Error(`${this.who}: expected ${expected}, got ${got}. ${remedy}`);
  }

  private mustBeFinite(what: string, coordinates: Float64Array): void {
    if (coordinates.every(Number.isFinite)) return;
    throw this.failure(
      `${what} without NaN and infinities`,
      `[${coordinates.join(", ")}]`,
      "Take arguments inside the domain.",
    );
  }
}
