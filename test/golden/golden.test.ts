/** Replays the golden cases: values and derivatives recorded from implementations that are not ours. */
import { families, load, opsOf } from "./cases.js";
import { lookUp } from "./ops.js";
import { run } from "./run.js";

/** Cases that are not run, by the ops that they lack. */
const notYet: Record<string, string[]> = {};
const summary: Record<string, { passed: number; failed: number; "not yet": number }> = {};

describe.each(families)("golden %s", (family) => {
  const count = (summary[family] = { passed: 0, failed: 0, "not yet": 0 });
  const cases = load(family);
  const ready = cases.filter((c) => {
    const missing = opsOf(c).filter((op) => lookUp(op) === undefined);
    if (missing.length > 0) (notYet[[...new Set(missing)].join(" ")] ??= []).push(c.id);
    return missing.length === 0;
  });
  count["not yet"] = cases.length - ready.length;

  if (ready.length > 0)
    test.each(ready.map((c) => [c.id, c] as const))("%s", (_id, c) => {
      count.failed++;
      expect(run(c)).toEqual([]);
      count.failed--;
      count.passed++;
    });
});

test("every case is run", () => {
  expect(notYet).toEqual({});
});

afterAll(() => {
  console.log(
    [
      "family passed failed not-yet",
      ...Object.entries(summary).map(([f, n]) => `${f} ${n.passed} ${n.failed} ${n["not yet"]}`),
    ].join("\n"),
    ...Object.entries(notYet).map(([ops, ids]) => `\nnot yet, for want of ${ops}: ${ids.join(" ")}`),
  );
});
