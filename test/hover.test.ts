/** What an editor shows when the pointer rests on a transform: a signature that can be read, what it is for, an example. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const names = [
  ...["grad", "valueAndGrad", "jvp", "vjp", "linearize", "hvp", "checkpoint", "stopGradient"],
  ...["customVjp", "customJvp", "vmap", "jacobian", "hessian"],
];
/** Becomes `names` when the others have an example too. */
const withExample = ["vmap", "jacobian", "hessian"];
/** Four lines of an editor's popup. */
const READABLE = 4 * 80;

const root = fileURLToPath(new URL("..", import.meta.url));
/** A file that is only in memory. */
const program = join(root, "test/hover.program.ts");
const text = `import { ${names.join(", ")} } from "@ndgrad/tensor-vjp";\nexport default [${names.join(", ")}];\n`;
const service = ts.createLanguageService(host());

test.each(names)("hovering %s shows a signature that can be read, and what it is for", (name) => {
  const { signature, documentation } = hover(name);
  expect(documentation).not.toBe("");
  expect(signature).not.toMatch(/ extends [^>]* \? /);
  expect(signature.length).toBeLessThanOrEqual(READABLE);
});

test.each(withExample)("hovering %s shows an example", (name) => {
  expect(hover(name).tags).toContain("example");
});

function hover(name: string): { signature: string; documentation: string; tags: string[] } {
  const used = text.search(new RegExp(`\\b${name}\\b.*\\]`));
  const info = service.getQuickInfoAtPosition(program, used);
  if (info === undefined) throw new Error(`expected ${name} to be exported, got nothing on hovering it`);
  return {
    // Under the signature stands where the name was imported.
    signature: ts.displayPartsToString(info.displayParts).replace(/\nimport .*$/, ""),
    documentation: ts.displayPartsToString(info.documentation),
    tags: (info.tags ?? []).map((tag) => tag.name),
  };
}

function host(): ts.LanguageServiceHost {
  const config = join(root, "tsconfig.test.json");
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, readFile).config,
    // Of the files that the configuration names none is needed.
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
