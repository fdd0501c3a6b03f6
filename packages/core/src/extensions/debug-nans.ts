/** Watching for NaN: the first op that produces one throws an error that says where, and from what. */
import type { Boundary } from "../transforms/boundary.js";
import { describeForeign } from "../errors/describe.js";
import { NaNError } from "../errors/errors.js";
import type { Args } from "../primitive.js";
import { box, findSpace } from "../space.js";
import { getValue } from "../get-value.js";
import type { Primitive } from "../tracer.js";
import { HoldTrace, runHeld } from "../transforms/hold.js";
import { transform } from "../transforms/transform.js";

export interface DebugNansTransform {
  /**
   * `f`, except that the first op that produces a NaN throws NaNError with the op, the line that called it, and the
   * ranges and origins of its arguments. `debugNans(grad(f))` watches the backward walk too.
   * @example
   * debugNans((x: number) => log(x))(-1); // NaNError: log: expected no NaN, got one, called at …
   */
  debugNans<A extends Args, R>(f: (...args: A) => R): (...args: A) => R;
}

export const debugNans = (boundary: Boundary): DebugNansTransform["debugNans"] =>
  transform(
    "debugNans",
    (f) =>
      (...args: Args) =>
        boundary.leaveTree(runHeld(boundary, "debugNans", new WatchTrace(boundary.spaces), f, args)),
  );

/** Where a watched value comes from: the op that produced it, and the line of user code that called the op. */
interface Origin {
  readonly op: string;
  readonly site: string;
}

/** Rules of inner traces also run under this trace, so it watches backward walks as well as forward runs. */
class WatchTrace extends HoldTrace {
  override enter(value: unknown, which: number): unknown {
    return this.watch(value, { op: `argument value ${which}`, site: "of the watched function" });
  }

  protected override box(p: Primitive, ans: unknown, _values: Args, args: Args): unknown {
    const origin = { op: p.name, site: userSite() };
    const several: readonly unknown[] = Array.isArray(ans) ? ans : [ans];
    if (several.some((a) => this.hasNaN(a))) throw this.nanError(origin, args);
    return Array.isArray(ans) ? ans.map((a) => this.watch(a, origin)) : this.watch(ans, origin);
  }

  private watch(value: unknown, origin: Origin): unknown {
    const space = findSpace(this.spaces, value);
    return space === undefined ? value : box(this, space, value, origin);
  }

  private hasNaN(value: unknown): boolean {
    const plain = getValue(value);
    return findSpace(this.spaces, plain)?.hasNaN?.(plain) ?? false;
  }

  private nanError({ op, site }: Origin, args: readonly unknown[]): NaNError {
    const lines = args.map((x, i) => `  argument ${i}: ${this.describe(x)}`);
    return new NaNError(`${op}: expected no NaN, got one, called ${site}, from\n${lines.join("\n")}`);
  }

  private describe(x: unknown): string {
    const plain = getValue(x);
    const space = findSpace(this.spaces, plain);
    if (space === undefined) return describeForeign(plain);
    const range = space.range?.(plain) ?? "";
    const origin = this.owns(x) ? (x.record as Origin) : undefined;
    const from = origin === undefined ? "" : `, from ${origin.op} ${origin.site}`;
    return `${space.describe(plain)}${range === "" ? "" : ` ${range}`}${from}`;
  }
}

/** The first line of the stack outside these packages, as "at file:line". */
function userSite(): string {
  const lines = (new Error().stack ?? "").split("\n").slice(1);
  // The folder that holds this package and its neighbours, read from the frame of this function.
  const [, home] = /([^( ]*[\\/])core[\\/](?:src|dist)[\\/]/.exec(lines[0] ?? "") ?? [];
  const isOwn = (line: string): boolean =>
    /[\\/]@ndgrad[\\/]|node:|<anonymous>\)?$/.test(line) ||
    (home !== undefined && /^[^\\/]+[\\/](src|dist)[\\/]/.test(line.split(home)[1] ?? ""));
  const line = lines.find((l) => !isOwn(l));
  return line === undefined ? "from a rule" : line.trim().replace(/^at .*\((.*)\)$/, "at $1");
}
