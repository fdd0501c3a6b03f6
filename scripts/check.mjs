/** Check types, then lint rules. Rules that need types reuse the program that has just been checked. */
import { ESLint } from "eslint";
import ts from "typescript";

const root = process.cwd();
const config = "tsconfig.test.json";
const {
  options,
  fileNames,
  errors: misread,
} = ts.parseJsonConfigFileContent(
  ts.readConfigFile(config, (path) => ts.sys.readFile(path)).config,
  ts.sys,
  root,
);
const program = ts.createProgram(fileNames, options);

const errors = [...misread, ...ts.getPreEmitDiagnostics(program)];
if (errors.length > 0) {
  const host = {
    getCurrentDirectory: () => root,
    getCanonicalFileName: (name) => name,
    getNewLine: () => "\n",
  };
  fail(ts.formatDiagnostics(errors, host));
}

const eslint = new ESLint({
  overrideConfig: {
    files: ["**/*.ts"],
    languageOptions: { parserOptions: { project: null, programs: [program] } },
  },
});
const results = await eslint.lintFiles(".");
if (results.some(({ errorCount, warningCount }) => errorCount + warningCount > 0))
  fail((await eslint.loadFormatter()).format(results));

function fail(text) {
  console.error(text);
  process.exit(1);
}
