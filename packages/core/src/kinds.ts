/** Which space a value belongs to, and what follows: boxing it, describing it, refusing a foreign one. */
import { describeForeign } from "./describe.js";
import { TracedValueError } from "./errors.js";
import type { Space } from "./space.js";
import { Container } from "./trace.js";
import type { Trace } from "./trace.js";

export type Spaces = readonly Space[];

/** A container knows its own space; a plain value is claimed by the first space that recognises it. */
export function findSpace(spaces: Spaces, value: unknown): Space | undefined {
  if (value instanceof Container) return value.space;
  for (const space of spaces) if (space.is(value)) return space;
  if (isForeignContainer(value)) throw twoCopies("trace");
  return undefined;
}

/** Like `findSpace`, for a result of `op`, which must be of a known kind. */
export function spaceOf(spaces: Spaces, op: string, value: unknown): Space {
  const space = findSpace(spaces, value);
  if (space !== undefined) return space;
  const names = spaces.map((s) => s.name).join(", ");
  throw new TracedValueError(
    `${op}: expected a result of a known kind (${names}), got ${describeForeign(value)}. ` +
      `Pass its space to transforms([...]), or declare the primitive with nonDifferentiable.`,
  );
}

export function box(trace: Trace, space: Space, value: unknown, record: unknown): Container {
  return new space.Container(trace, value, record);
}

/** What a message says of `value`, which should have been of `space`. */
export function describeIn(space: Space, value: unknown): string {
  if (value instanceof Container) return value.space.describe(value);
  return space.is(value) ? space.describe(value) : describeForeign(value);
}

/** A container of another copy of core is told from a plain object by the mark that all copies set. */
export function isForeignContainer(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && Container.MARK in value && !(value instanceof Container)
  );
}

export function twoCopies(where: string): TracedValueError {
  return new TracedValueError(
    `${where}: expected a value traced by this copy of @ndgrad/core, got one of another copy. ` +
      `Two copies are loaded: make all libraries depend on one version (npm ls @ndgrad/core shows them).`,
  );
}
