import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkMarkdown } from "./readme.js";
import type { Modules } from "./readme.js";

const folder = mkdtempSync(join(tmpdir(), "readme-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The problems of a page, one per line: "3: expected …". An empty string if there are none. */
async function problems(page: readonly string[], modules?: Modules): Promise<string> {
  const file = join(folder, "page.md");
  writeFileSync(file, page.join("\n"));
  const report = await checkMarkdown(file, modules).then(
    () => "",
    (error: unknown) => String(error),
  );
  return report.replace(/^Error: /, "").replace(/^.*page\.md:/gm, "");
}

const ts = (...lines: string[]) => ["```ts", ...lines, "```"];
const text = (...lines: string[]) => ["```text", ...lines, "```"];

describe("a text block", () => {
  test("is everything that the program before it prints, as Node prints it", async () => {
    const program = ts("console.log('a', [1, 2], { b: 'c' });", "console.info('%d%', 5);");
    expect(await problems([...program, "prints", ...text("a [ 1, 2 ] { b: 'c' }", "5%")])).toBe("");
    expect(await problems([...program, ...text("a [ 1, 2 ] { b: 'c' }")])).toBe(
      "5: expected \"a [ 1, 2 ] { b: 'c' }\", got \na [ 1, 2 ] { b: 'c' }\n5%\n",
    );
  });

  test("does not belong to a program when another block stands between", async () => {
    expect(await problems([...ts("1; // → 1"), "```sh", "ls", "```", ...text("a picture")])).toBe("");
  });

  test("may omit the rest of a line, but not everything", async () => {
    const program = ts("console.log('took 12.3 ms');");
    expect(await problems([...program, ...text("took … ms")])).toBe("");
    expect(await problems([...program, ...text("took … s")])).toContain("expected");
    expect(await problems([...program, ...text("…")])).toBe(
      "4: … alone says nothing. Show some of the output.",
    );
  });
});

describe("an arrow comment", () => {
  test("is the value of an expression or of a declared variable, or what a call prints", async () => {
    expect(await problems(ts("const x = 2; // → 2", "x + 1; // → 3", "console.log('x', x); // → x 2"))).toBe(
      "",
    );
    expect(await problems(ts("const x = 2; // → 3", "x + 1; // → 4", "console.log('x', x); // → y 2"))).toBe(
      ['2: expected "3", got "2"', '3: expected "4", got "3"', '4: expected "y 2", got "x 2"'].join("\n"),
    );
  });

  test("waits for a promise", async () => {
    expect(await problems(ts("const f = async () => 5;", "await f(); // → 5", "f(); // → 5"))).toBe("");
  });

  test("shows an error with its class and message", async () => {
    const f = "const f = () => { throw new RangeError('too far'); };";
    expect(await problems(ts(f, "f(); // → throws RangeError: too far"))).toBe("");
    expect(await problems(ts(f, "f(); // → 3"))).toBe('3: expected "3", got "throws RangeError: too far"');
    expect(await problems(ts("3; // → throws RangeError: too far"))).toContain('got "3"');
  });

  test("counts line breaks as spaces", async () => {
    const long = "console.log('a\\n  b'); // → a b";
    expect(await problems(ts(long))).toBe("");
  });

  test("in a position where it would not be checked is a problem", async () => {
    const misplaced = "// → must end the line of a top-level expression or variable.";
    expect(await problems(ts("if (true) {", "  1; // → 2", "}"))).toBe(`3: ${misplaced}`);
    expect(await problems(ts("1;", "// → 2"))).toBe(`3: ${misplaced}`);
  });
});

describe("a program", () => {
  test("whose output is not shown at all is a problem", async () => {
    expect(await problems(["", ...ts("const x = 1;")])).toBe(
      "2: expected a text block or a // → comment, got neither. Show what it prints.",
    );
  });

  test("that prints more than the page shows is a problem", async () => {
    expect(await problems(ts("1; // → 1", "console.log('more');"))).toBe('1: expected "", got "more"');
  });

  test("keeps its variables to itself, unless the next block continues it", async () => {
    const first = ts("let x: number = 1; // → 1");
    expect(await problems([...first, ...ts("x; // → 1")])).toBe(
      '5: expected "1", got "throws ReferenceError: x is not defined"',
    );
    const second = ["```ts continue", "x += 1; // → 2", "console.log(x);", "```"];
    expect(await problems([...first, ...second, ...text("2")])).toBe("");
  });

  test("that continues is compared with the output of its own block", async () => {
    const page = [
      ...ts("console.log(1);"),
      ...text("1"),
      "```ts continue",
      "console.log(2);",
      "```",
      ...text("3"),
    ];
    expect(await problems(page)).toBe('10: expected "3", got "2"');
  });

  test("that throws or does not parse is reported with the line", async () => {
    const stops = ts("const x = 1; // → 1", "throw new Error('stop');");
    expect(await problems(stops)).toBe("2: threw after this line: Error: stop");
    expect(await problems(ts("import {", "  sep,", '} from "node:path";', "const x = ;"))).toBe(
      "5: Expression expected.",
    );
  });

  test("runs in strict mode, in the realm of the test", async () => {
    const modules = { lib: () => Promise.resolve({ list: new Float64Array(1) }) };
    const realm = ts('import { list } from "lib";', "list instanceof Float64Array; // → true");
    expect(await problems(realm, modules)).toBe("");
    expect(await problems(ts("(function () { return this; })(); // → undefined"))).toBe("");
  });
});

describe("imports", () => {
  const modules = { lib: () => Promise.resolve({ default: 1, two: 2 }) };

  test("take every form", async () => {
    const page = ts(
      'import one, { two, two as zwei, type Two } from "lib";',
      'import * as lib from "lib";',
      'import type { Lib } from "lib";',
      'import "lib";',
      "[one, two, zwei, lib.two]; // → [ 1, 2, 2, 2 ]",
    );
    expect(await problems(page, modules)).toBe("");
  });

  test("that no one supplies are resolved as in the test file", async () => {
    expect(await problems(ts('import { sep } from "node:path";', "sep.length; // → 1"))).toBe("");
  });

  test("of a name that is not exported are a problem, although destructuring would give undefined", async () => {
    expect(await problems(ts('import { three } from "lib";', "three; // → undefined"), modules)).toContain(
      'lib exports no three. Import types with "type".',
    );
  });
});

test("a page without programs, and a fence that is never closed, are problems", async () => {
  expect(await problems(["# Title"])).toBe("1: expected a ts block, got none.");
  expect(await problems([...ts("1; // → 1"), "```ts", "2; // → 3"])).toBe(
    "4: expected a closing fence, got none.",
  );
});

test("a fence of four backticks may show one of three", async () => {
  expect(await problems(["````md", ...ts("1; // → 2"), "````", ...ts("1; // → 1")])).toBe("");
});
