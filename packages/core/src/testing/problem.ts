/** A function of trees of values, laid out as a function of real vectors, with names for what it is a function of. */
import type { Space } from "../space.js";
import { transforms } from "../transforms.js";
import type { Transforms } from "../transforms/interface.js";
import { Boundary } from "../transforms/boundary.js";
import type { Fn } from "../transforms/recording.js";
import { unflatten } from "../tree.js";
import type { TreeForm } from "../tree.js";
import { along, Coordinates } from "./coordinates.js";

type List = readonly unknown[];

export class Problem {
  readonly transforms: Transforms;
  /** The function from the list of values in the arguments to the list of values in the result. Traceable. */
  readonly f: (...xs: unknown[]) => unknown[];
  readonly xs: List;
  readonly ys: List;
  readonly input: Coordinates;
  readonly output: Coordinates;
  /** What a message calls each value of the arguments: "argument 0.w[1]". */
  readonly labels: readonly string[];
  private readonly x: Float64Array;

  constructor(
    spaces: readonly Space[],
    /** Who asks: the first word of every message. */
    readonly who: string,
    f: Fn,
    args: List,
  ) {
    const boundary = new Boundary(spaces);
    this.transforms = transforms(spaces);
    const { form, values } = boundary.flatten(args);
    this.f = (...xs) => [...boundary.flattenResult(who, f(...(unflatten(form, xs) as unknown[]))).values];
    this.xs = values;
    this.labels = labelsOf(form);
    this.input = new Coordinates(spaces, values);
    this.ys = this.f(...values);
    this.output = new Coordinates(spaces, this.ys);
    this.x = this.input.of(values);
    this.mustBeFinite("arguments", this.x);
    this.mustBeFinite("a result", this.output.of(this.ys));
  }

  /** `f` as plain numbers at `x + h·t`. */
  curve(f: (...xs: unknown[]) => List, output: Coordinates, t: Float64Array): (h: number) => Float64Array {
    return (h) => output.of(f(...this.input.values(along(this.x, h, t))));
  }

  /** Throws where a run has written to an argument. */
  checkUnchanged(): void {
    const now = this.input.of(this.xs);
    const i = now.findIndex((c, k) => c !== this.x[k]);
    if (i >= 0)
      throw this.failure(`${this.label(i)} to be left as it was`, "it written to", "Copy before writing.");
  }

  /** The name of the argument, and the coordinate in it, that coordinate `i` is. */
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

function labelsOf(form: TreeForm): string[] {
  const labels: string[] = [];
  function walk(f: TreeForm, path: string): void {
    if (f.kind === "value") labels.push(path);
    else if (f.kind === "record") f.items.forEach((item, i) => walk(item, `${path}.${f.keys[i]}`));
    else if (f.kind !== "other") f.items.forEach((item, i) => walk(item, `${path}[${i}]`));
  }
  if (form.kind === "list") form.items.forEach((item, i) => walk(item, `argument ${i}`));
  return labels;
}
