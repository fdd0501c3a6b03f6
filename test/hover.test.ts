/** What an editor shows when hovering over a transform: a readable signature, its purpose, and an example. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const names = [
  ...["grad", "valueAndGrad", "jvp", "vjp", "linearize", "hvp", "checkpoint", "stopGradient"],
  ...["customVjp", "customJvp", "scoped", "vmap", "jacobian", "hessian"],
];
/** Four lines of an editor's popup. */
const READABLE = 4 * 80;

const root = fileURLToPath(new URL("..", import.meta.url));
/** A file that exists only in memory. */
const program = join(root, "test/hover.program.ts");
const text = `
import { ${names.join(", ")} } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
const plain = [${names.join(", ")}];
const loss = (w: Nd, x: number): number => x;
const map = (w: Nd): Nd => w;
const x: Nd = null as never;
const called = [
  grad(loss), valueAndGrad(loss), hvp(loss), checkpoint(map), vmap(map), jacobian(map), hessian((w: Nd) => 1),
  jvp(map, [x], [x]), vjp(map, x), linearize(map, x), stopGradient(x), customVjp(map, (g) => [g]), customJvp(map, ([t]) => t),
  scoped(map),
];
`;
const service = ts.createLanguageService(host());

test.each(names)("hovering %s shows what it is for", (name) => {
  expect(hover(name, /const plain = .*/).documentation).not.toBe("");
});

test.each(names)(
  "hovering a call of %s shows a signature that can be read, what it is for, and an example",
  (name) => {
    const { signature, documentation, tags } = hover(name, /const called = [^]*/);
    expect(signature).not.toMatch(/ extends [^>]* \? /);
    expect(signature.length).toBeLessThanOrEqual(READABLE);
    expect(documentation).not.toBe("");
    expect(tags).toContain("example");
  },
);

function hover(name: string, place: RegExp): { signature: string; documentation: string; tags: string[] } {
  const [part] = place.exec(text)!;
  const used = text.indexOf(part) + part.search(new RegExp(`\\b${name}\\b`));
  const info = service.getQuickInfoAtPosition(program, used);
  if (info === undefined) throw new Error(`expected ${name} to be exported, got nothing on hovering it`);
  return {
    // The line below the signature says where the name was imported.
    signature: ts.displayPartsToString(info.displayParts).replace(/\nimport .*$/, ""),
    documentation: ts.displayPartsToString(info.documentation),
    tags: (info.tags ?? []).map((tag) => tag.name),
  };
}

function host(): ts.LanguageServiceHost {
  const config = join(root, "tsconfig.test.json");
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, readFile).config,
    // None of the files that the configuration lists is needed.
    { ...ts.sys, readDirectory: () => [] },
    root,
  );
  return {
    getCompilationSettings: () => ({ ...options, types: [] }),
    getScriptFileNames: () => [program],
    getScriptVersion: () => "1",
    getScriptSnapshot(file) {
      const content = file === program ? text : readFile(file);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (file) => ts.sys.fileExists(file),
    readFile,
  };
}

function readFile(file: string): string | undefined {
  return ts.sys.readFile(file);
}
