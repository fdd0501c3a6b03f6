/** Runs the programs in a Markdown page and compares their output with the output shown on the page. */
import { Console } from "node:console";
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { format } from "node:util";
import { compileProgram } from "./readme-program.js";
import type { Block, Page, Problem } from "./readme-program.js";

/** How to import the modules that the programs use. Modules not listed are imported as from this file. */
export type Modules = Readonly<Record<string, () => Promise<unknown>>>;

/**
 * Run every `ts` block of the page at `path` as a separate program, and throw an Error that lists, by line, every
 * difference from the page. A page shows results in three ways:
 *
 * - A `text` block directly after a program is everything that the program prints.
 * - `// → 6` after a top-level statement is what the statement prints; when it prints nothing, the value of the
 *   expression or of the last variable that it declares. Line breaks count as spaces. An error is shown as
 *   `// → throws RangeError: …`.
 * - A block marked `ts continue` continues the `ts` block before it, with its variables.
 *
 * `…` stands for any characters within a line. Output that the page does not show, and a program whose output is not
 * shown at all, are also problems: that is how a page becomes wrong unnoticed.
 */
export async function checkMarkdown(path: string | URL, modules: Modules = {}): Promise<void> {
  const file = typeof path === "string" ? path : fileURLToPath(path);
  const { blocks, problems } = readBlocks(readFileSync(file, "utf8"));
  const programs = groupPrograms(blocks);
  if (programs.length === 0) problems.push({ line: 1, text: "expected a ts block, got none." });
  for (const program of programs) problems.push(...(await runProgram(program, modules)));
  const report = problems.map(({ line, text }) => `${relative(process.cwd(), file)}:${line}: ${text}`);
  if (report.length > 0) throw new Error(report.join("\n"));
}

interface FencedBlock extends Block {
  /** What stands after the opening fence: `ts`, `ts continue`, `text`. */
  readonly info: string;
}

/** A code block, with the block that shows what it prints. */
interface Part extends Block {
  readonly output: Block | undefined;
}

function readBlocks(markdown: string) {
  const problems: Problem[] = [];
  const blocks: FencedBlock[] = [];
  let open: { info: string; fence: string; first: number; lines: string[] } | undefined;
  for (const [i, line] of markdown.split("\n").entries()) {
    const [, fence, info] = /^\s*(```+|~~~+)(.*)$/.exec(line) ?? [];
    if (open === undefined) {
      if (fence !== undefined && info !== undefined)
        open = { info: info.trim(), fence, first: i + 1, lines: [] };
    } else if (line.trim() === open.fence) {
      blocks.push({ ...open, last: i + 1 });
      open = undefined;
    } else open.lines.push(line);
  }
  if (open !== undefined) problems.push({ line: open.first, text: "expected a closing fence, got none." });
  return { blocks, problems };
}

function groupPrograms(blocks: readonly FencedBlock[]): Part[][] {
  const programs: Part[][] = [];
  for (const [i, block] of blocks.entries()) {
    const [language, mark] = block.info.split(/\s+/);
    if (language === undefined || !["ts", "typescript", "js", "javascript"].includes(language)) continue;
    const next = blocks[i + 1];
    const part = { ...block, output: next?.info === "text" ? next : undefined };
    const before = programs.at(-1);
    if (mark === "continue" && before !== undefined) before.push(part);
    else programs.push([part]);
  }
  return programs;
}

async function runProgram(parts: readonly Part[], modules: Modules): Promise<Problem[]> {
  const { run, arrows, problems } = compileProgram(parts);
  if (problems.length > 0) return problems;
  const compare = (line: number, wanted: string, got: string) => {
    if (/^[\s…]+$/.test(wanted))
      problems.push({ line, text: "… alone says nothing. Show some of the output." });
    else if (!matches(wanted, got))
      problems.push({ line, text: `expected ${quote(wanted)}, got ${quote(got)}` });
  };
  let reached = parts[0]?.first ?? 1;
  if (arrows.size === 0 && parts.every((part) => part.output === undefined))
    problems.push({
      line: reached,
      text: "expected a text block or a // → comment, got neither. Show what it prints.",
    });
  const out = capture();
  const page: Page = {
    console: out.console,
    load: (specifier, names) => load(specifier, names, modules),
    async check(line, statement) {
      reached = line;
      const before = out.take();
      const got = await statement().then(
        (value) => out.take() || format(value),
        (error: unknown) => `${out.take()} throws ${String(error)}`,
      );
      out.put(before);
      compare(line, oneLine(arrows.get(line) ?? ""), oneLine(got));
    },
    end(index) {
      const { first, output } = parts[index]!;
      compare(output?.first ?? first, trimLines(output?.lines.join("\n") ?? ""), trimLines(out.take()));
      reached = parts[index + 1]?.first ?? first;
    },
  };
  try {
    await run(page);
  } catch (error) {
    problems.push({ line: reached, text: `threw after this line: ${String(error)}` });
  }
  return problems;
}

/** A console that prints as Node's does, into a string. */
function capture() {
  let text = "";
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  const put = (more: string) => void (text += more);
  const take = () => {
    const taken = text;
    text = "";
    return taken;
  };
  return { console: new Console({ stdout, colorMode: false }), put, take };
}

async function load(specifier: string, names: readonly string[], modules: Modules): Promise<object> {
  const namespace: unknown = await (modules[specifier]?.() ?? import(specifier));
  // A namespace is an object, but the `import` of a variable has no type.
  const found = namespace as object;
  // Destructuring would silently give undefined for names that are not exported.
  const missing = names.filter((name) => !(name in found));
  if (missing.length > 0)
    throw new Error(`${specifier} exports no ${missing.join(", ")}. Import types with "type".`);
  return found;
}

const oneLine = (text: string) => text.trim().replace(/\s+/g, " ");
const trimLines = (text: string) => text.replace(/[ \t]+$/gm, "").replace(/\n+$/, "");
const quote = (text: string) => (text.includes("\n") ? `\n${text}\n` : `"${text}"`);

/** True if `got` is the text `wanted`, in which … stands for any characters within a line. */
export function matches(wanted: string, got: string): boolean {
  const pieces = wanted.split("…").map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${pieces.join("[^\\n]*")}$`).test(got);
}
