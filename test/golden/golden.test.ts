/** Replays the golden cases, on each backend: values and derivatives recorded from implementations that are not ours. */
import { onEachBackend } from "../backends.js";
import { families, load, opsOf } from "./cases.js";
import type { Case } from "./cases.js";
import { lookUp } from "./ops.js";
import { run } from "./run.js";

/** Cases that can't be run, by the ops that they lack. */
const notYet: Record<string, string[]> = {};
/** By family, for each backend: how many cases passed, and how many there are. */
const summary: Record<string, string[]> = {};

const ready = new Map<string, Case[]>(
  families.map((family) => [
    family,
    load(family).filter((c) => {
      const missing = opsOf(c).filter((op) => lookUp(op) === undefined);
      if (missing.length > 0) (notYet[[...new Set(missing)].join(" ")] ??= []).push(c.id);
      return missing.length === 0;
    }),
  ]),
);

onEachBackend((check, backend) => {
  describe.each(families)("golden %s", (family) => {
    const cases = ready.get(family)!;
    let passed = 0;
    check.each(cases.map((c) => [c.id, c] as const))("%s", (_id, c) => {
      expect(run(c)).toEqual([]);
      passed++;
    });
    afterAll(() => {
      (summary[family] ??= []).push(`${backend} ${passed}/${cases.length}`);
    });
  });
});

test("every case is run", () => {
  expect(notYet).toEqual({});
});

afterAll(() => {
  const lines = Object.entries(summary).map(([family, counts]) => `${family}: ${counts.join(", ")}`);
  console.log(["golden cases that passed:", ...lines].join("\n"));
});
