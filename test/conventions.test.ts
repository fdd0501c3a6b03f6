/** The tables in docs/conventions.md: each example gives the result next to it. */
import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import * as nd from "@ndgrad/tensor-vjp";
import { getValue } from "@ndgrad/core";
import { matches } from "./readme.js";

const page = readFileSync(new URL("../docs/conventions.md", import.meta.url), "utf8");
const rows = page.split("\n").flatMap((line) => {
  const [, where, example, gives] = /^\| (.*?) +\| `(.*)` +\| `(.*)` +\|$/.exec(line) ?? [];
  return where === undefined ? [] : [[where, example!, gives!] as const];
});
const scope: Readonly<Record<string, unknown>> = { ...nd, getValue };

test("the page has its tables", () => {
  const lines = page.split("\n").filter((line) => line.startsWith("| ") && !/^\| (where|--)/.test(line));
  expect(lines.length).toBeGreaterThan(30);
  expect(rows.length).toBe(lines.length);
});

test.each(rows)("%s: %s", (_where, example, gives) => {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the examples are the page's own text
  const run = new Function(...Object.keys(scope), `return ${example};`) as (...values: unknown[]) => unknown;
  const value = run(...Object.values(scope));
  const text = typeof value === "string" ? value : inspect(value, { breakLength: Infinity });
  expect(matches(gives, text) ? gives : text).toBe(gives);
});
