/** Batching: a function of one example, applied to many at once. */
import { TracedValueError } from "../errors/errors.js";
import { box, spaceOf } from "../space.js";
import type { Space, Spaces } from "../space.js";
import { Trace } from "../tracer.js";
import type { Container, Primitive } from "../tracer.js";

type Values = readonly unknown[];

/** A container of this trace looks like one example; its value holds all `size` of them. */
export class BatchTrace extends Trace {
  override readonly isBatched = true;

  constructor(
    readonly spaces: Spaces,
    readonly size: number,
  ) {
    super();
  }

  input(batch: unknown): Container {
    return box(this, spaceOf(this.spaces, "vmap", batch), batch, null);
  }

  /** The whole batch of a result: from inside a container of this trace, or one plain value repeated. */
  all(result: unknown): unknown {
    if (this.owns(result)) return result.value;
    return batchingPart(
      spaceOf(this.spaces, "vmap", result),
      "stack",
    )(new Array<unknown>(this.size).fill(result));
  }

  protected override compute(p: Primitive, values: Values, args: Values): unknown {
    const isMapped = args.map((x) => this.owns(x));
    return p.batch === undefined ? this.loop(p, isMapped, values) : p.batch(isMapped, ...values);
  }

  protected override box(_p: Primitive, ans: unknown): unknown {
    return Array.isArray(ans) ? ans.map((a) => this.input(a)) : this.input(ans);
  }

  /** The fallback for any primitive: apply it to each example, and stack the answers. */
  private loop(p: Primitive, isMapped: readonly boolean[], values: Values): unknown {
    const columns = values.map((v, i) =>
      isMapped[i] ? batchingPart(spaceOf(this.spaces, p.name, v), "unstack")(v) : undefined,
    );
    const answers = Array.from({ length: this.size }, (_, n) =>
      p.apply(values.map((v, i) => columns[i]?.[n] ?? v)),
    );
    const [first] = answers;
    if (!Array.isArray(first)) return this.stack(p, answers);
    return first.map((_, k) => this.stack(p, answers.map((a) => (a as Values)[k]))); // prettier-ignore
  }

  private stack(p: Primitive, examples: Values): unknown {
    return batchingPart(spaceOf(this.spaces, p.name, examples[0]), "stack")(examples);
  }
}

/** A function that a space needs for batching, and that not every space has. Throws TracedValueError without it. */
export function batchingPart<K extends "count" | "unstack" | "stack">(
  space: Space,
  name: K,
): NonNullable<Space[K]> {
  const f = space[name];
  if (f !== undefined) return f.bind(space) as NonNullable<Space[K]>;
  throw new TracedValueError(
    `vmap: expected a kind of value with ${name}, got ${space.name}, which has none. Add count, unstack and stack to its space.`,
  );
}
