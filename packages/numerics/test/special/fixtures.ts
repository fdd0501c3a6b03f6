/** Expected values in fixtures/*.json, written by fixtures/generate.py. */
import { readFileSync } from "node:fs";

export type Case = readonly [args: readonly number[], expected: number, scale?: number];

/** Cases by function name; NaN and infinities, which JSON lacks, stand there as strings. */
export function fixtures(name: string): readonly (readonly [name: string, cases: readonly Case[]])[] {
  const text = readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8");
  // The shape of the files is the generator's; JSON.parse cannot know it.
  const { functions } = JSON.parse(text, (_key, value: unknown) =>
    value === "NaN" || value === "Infinity" || value === "-Infinity" ? Number(value) : value,
  ) as { functions: Record<string, readonly Case[]> };
  return Object.entries(functions);
}
