/** Turns the code blocks of a Markdown page into an async function that reports its results as it runs. */
import ts from "typescript";

/** A fenced block of a page. Lines are counted from 1, as editors do; `first` and `last` are its fences. */
export interface Block {
  readonly first: number;
  readonly last: number;
  readonly lines: readonly string[];
}

export interface Problem {
  readonly line: number;
  readonly text: string;
}

/** What a program calls in place of its imports, its `// →` comments and the ends of its blocks. */
export interface Page {
  readonly console: Console;
  load(specifier: string, names: readonly string[]): Promise<object>;
  check(line: number, statement: () => Promise<unknown>): Promise<void>;
  end(index: number): void;
}

type Program = (page: Page, console: Console) => Promise<void>;

interface Compiled {
  readonly run: (page: Page) => Promise<void>;
  /** What the `// →` comments say, by line. */
  readonly arrows: ReadonlyMap<number, string>;
  readonly problems: Problem[];
}

/**
 * Compile blocks that share their variables. Imports become `await page.load(…)`, since jest resolves names only for
 * modules that it loads itself. Every line outside the blocks is left blank, so that line numbers are the page's.
 */
export function compileProgram(blocks: readonly Block[]): Compiled {
  const lines = Array.from({ length: blocks.at(-1)?.last ?? 0 }, () => "");
  for (const [index, { first, last, lines: body }] of blocks.entries())
    lines.splice(first, last - first, ...body, `$page.end(${index});`);
  const { body, arrows, problems } = rewrite(lines.join("\n"));
  const code = `async function program($page, console) {"use strict"; ${body}\n}`;
  const { outputText, diagnostics = [] } = ts.transpileModule(code, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  for (const { messageText, start = 0 } of diagnostics)
    problems.push({ line: lineAt(code, start), text: ts.flattenDiagnosticMessageText(messageText, " ") });
  const run = async (page: Page) => {
    // Not node:vm: the program must run in the realm of the test, as do the modules that it imports.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    const define = new Function(`${outputText}; return program;`) as () => Program;
    const program = define();
    await program(page, page.console);
  };
  return { run, arrows, problems };
}

const lineAt = (code: string, position: number) => code.slice(0, position).split("\n").length;

/** `code`, with its imports and `// →` comments replaced by calls of the page. */
function rewrite(code: string) {
  const source = ts.createSourceFile("page.ts", code, ts.ScriptTarget.ES2022);
  const arrows = new Map<number, string>();
  const problems: Problem[] = [];
  let body = "";
  let done = 0;
  for (const statement of source.statements) {
    const [start, end] = [statement.getStart(source), statement.end];
    const text = code.slice(start, end);
    const line = lineAt(code, end);
    const arrow = arrowAt(code, end);
    const checked = arrow === undefined ? undefined : instrument(statement, text, line);
    if (arrow !== undefined && checked !== undefined) arrows.set(line, arrow);
    const plain = ts.isImportDeclaration(statement) ? loadCall(statement, text) : text;
    body += code.slice(done, start) + (checked ?? plain);
    done = end;
  }
  for (const [i, text] of code.split("\n").entries())
    if (text.includes("// →") && !arrows.has(i + 1))
      problems.push({ line: i + 1, text: "// → must end the line of a top-level expression or variable." });
  return { body: body + code.slice(done), arrows, problems };
}

function arrowAt(code: string, end: number): string | undefined {
  const comment = ts.getTrailingCommentRanges(code, end)?.[0];
  return comment && /^\/\/ →(.*)$/.exec(code.slice(comment.pos, comment.end))?.[1];
}

/** The statement, followed by a call that passes its output, its value or the variable it declares to the page. */
function instrument(statement: ts.Statement, text: string, line: number): string | undefined {
  const check = (shown: string) => `await $page.check(${line}, async () => (${shown}));`;
  if (ts.isExpressionStatement(statement)) return check(text.replace(/;$/, ""));
  const last = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.at(-1)?.name
    : undefined;
  return last && ts.isIdentifier(last) ? `${text} ${check(last.text)}` : undefined;
}

/** `import d, { a as b } from "x"` as `const { default: d, a: b } = await $page.load("x", ["default", "a"]);` */
function loadCall({ importClause: clause, moduleSpecifier }: ts.ImportDeclaration, text: string): string {
  const sameLines = "\n".repeat(lineAt(text, text.length) - 1);
  if (clause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return sameLines;
  const bindings = clause?.namedBindings;
  const pairs = clause?.name ? [["default", clause.name.text]] : [];
  if (bindings && ts.isNamedImports(bindings))
    for (const { isTypeOnly, propertyName, name } of bindings.elements)
      if (!isTypeOnly) pairs.push([(propertyName ?? name).text, name.text]);
  const specifier = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : "";
  const names = JSON.stringify(pairs.map(([name]) => name));
  const found = `await $page.load(${JSON.stringify(specifier)}, ${names});`;
  const whole = bindings && ts.isNamespaceImport(bindings) ? `const ${bindings.name.text} = ${found} ` : "";
  return `${whole}const { ${pairs.map((pair) => pair.join(": ")).join(", ")} } = ${found}${sameLines}`;
}
