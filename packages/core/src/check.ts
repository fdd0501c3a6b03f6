/** Watching for NaN: every application that makes one is an error that says where and from what. */
import { describeForeign } from "./describe.js";
import { NaNError } from "./errors.js";
import { box, findSpace } from "./kinds.js";
import type { Spaces } from "./kinds.js";
import type { Primitive } from "./rules.js";
import { getValue, Trace } from "./trace.js";

/** What a watched value remembers: the op that made it, and the line of user code that called the op. */
interface Origin {
  readonly op: string;
  readonly site: string;
}

/** The rules of inner traces are applied under it too, so it watches backward walks as well as forward runs. */
export class CheckTrace extends Trace {
  constructor(readonly spaces: Spaces) {
    super();
  }

  enter(value: unknown, which: number): unknown {
    return this.watch(value, { op: `argument value ${which}`, site: "of the watched function" });
  }

  private watch(value: unknown, origin: Origin): unknown {
    const space = findSpace(this.spaces, value);
    return space === undefined ? value : box(this, space, value, origin);
  }

  override process(p: Primitive, args: readonly unknown[]): unknown {
    const ans = this.apply(
      p,
      args.map((x) => this.lowered(x)),
    );
    const origin = { op: p.name, site: userSite() };
    const several: readonly unknown[] = Array.isArray(ans) ? ans : [ans];
    if (several.some((a) => this.hasNaN(a))) throw this.found(origin, args);
    return Array.isArray(ans) ? ans.map((a) => this.watch(a, origin)) : this.watch(ans, origin);
  }

  private hasNaN(value: unknown): boolean {
    const plain = getValue(value);
    return findSpace(this.spaces, plain)?.hasNaN?.(plain) ?? false;
  }

  private found({ op, site }: Origin, args: readonly unknown[]): NaNError {
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
  // The folder of this package and those beside it, as this very frame tells it.
  const [, home] = /([^( ]*[\\/])core[\\/](?:src|dist)[\\/]check\./.exec(lines[0] ?? "") ?? [];
  const isOwn = (line: string): boolean =>
    /[\\/]@ndgrad[\\/]|node:|<anonymous>\)?$/.test(line) ||
    (home !== undefined && /^[^\\/]+[\\/](src|dist)[\\/]/.test(line.split(home)[1] ?? ""));
  const line = lines.find((l) => !isOwn(l));
  return line === undefined ? "from a rule" : line.trim().replace(/^at .*\((.*)\)$/, "at $1");
}
