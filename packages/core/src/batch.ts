/** Batching: a function of one example applied to many at once. */
import { TracedValueError } from "./errors.js";
import { box, spaceOf } from "./kinds.js";
import type { Spaces } from "./kinds.js";
import type { Primitive } from "./rules.js";
import { lastingly, settled, taken, transiently } from "./scope.js";
import type { Space } from "./space.js";
import { Trace } from "./trace.js";
import type { Container } from "./trace.js";

/** A container of this trace looks like one example; its value holds all `size` of them. */
export class BatchTrace extends Trace {
  override readonly batched = true;

  constructor(
    readonly spaces: Spaces,
    readonly size: number,
  ) {
    super();
  }

  input(given: unknown): Container {
    return this.boxed(taken(given));
  }

  private boxed(batch: unknown): Container {
    return box(this, spaceOf(this.spaces, "vmap", batch), batch, null);
  }

  override process(p: Primitive, args: readonly unknown[]): unknown {
    return this.scoped ? transiently(() => this.map(p, args)) : this.map(p, args);
  }

  private map(p: Primitive, args: readonly unknown[]): unknown {
    const flags = args.map((x) => this.owns(x));
    const values = args.map((x) => this.lower(x));
    const ans =
      p.batch === undefined
        ? this.loop(p, flags, values)
        : p.confined
          ? p.batch(flags, ...values)
          : lastingly(() => p.batch!(flags, ...values.map(settled)));
    return Array.isArray(ans) ? ans.map((a) => this.boxed(a)) : this.boxed(ans);
  }

  /** All examples of a result: those inside a container of ours, or the same one for each. */
  all(result: unknown): unknown {
    if (this.owns(result)) return result.value;
    return part(spaceOf(this.spaces, "vmap", result), "stack")(new Array<unknown>(this.size).fill(result));
  }

  /** What holds for any primitive: apply it to each example, and stack the answers. */
  private loop(p: Primitive, flags: readonly boolean[], values: readonly unknown[]): unknown {
    const columns = values.map((v, i) =>
      flags[i] ? part(spaceOf(this.spaces, p.name, v), "unstack")(v) : undefined,
    );
    const answers = Array.from({ length: this.size }, (_, n) =>
      p.call(...values.map((v, i) => columns[i]?.[n] ?? v)),
    );
    const [first] = answers;
    if (!Array.isArray(first)) return this.stacked(p, answers);
    return first.map((_, k) => this.stacked(p, answers.map((a) => (a as unknown[])[k]))); // prettier-ignore
  }

  private stacked(p: Primitive, examples: readonly unknown[]): unknown {
    return part(spaceOf(this.spaces, p.name, examples[0]), "stack")(examples);
  }
}

/** The batching part of a space, which not every kind has. */
export function part<K extends "count" | "unstack" | "stack">(space: Space, name: K): NonNullable<Space[K]> {
  const f = space[name];
  if (f !== undefined) return f.bind(space) as NonNullable<Space[K]>;
  throw new TracedValueError(
    `vmap: expected a kind of value with ${name}, got ${space.name}, which has none. Add count, unstack and stack to its space.`,
  );
}
