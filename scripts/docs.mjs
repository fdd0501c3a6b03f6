/** Write docs/ops.md from the op table of the built packages; with --check, fail if the file is stale. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));
const file = join(root, "docs/ops.md");
const load = (path) => import(pathToFileURL(join(root, path)).href);
const { graph } = await load("packages/tensor-vjp/dist/index.js");
const { opTable, samplesOf } = await load("packages/tensor-vjp/dist/testing/index.js");
const { reference, withBackend } = await load("packages/kernels/dist/index.js");

const declarations = declarationsByName();
const backends = await loadBackends();
const page = render();

if (process.argv.includes("--check")) {
  if (existsSync(file) && readFileSync(file, "utf8") === page) process.exit(0);
  console.error("docs/ops.md is stale: run npm run docs to write it again.");
  process.exit(1);
}
mkdirSync(join(root, "docs"), { recursive: true });
writeFileSync(file, page);
console.log(`docs/ops.md: ${opTable.length} ops`);

function render() {
  const families = [...new Set(opTable.map(({ family }) => family))];
  const sections = families.flatMap((family) => [
    `## ${family[0].toUpperCase()}${family.slice(1)}`,
    [
      "| op | forward | VJP, JVP | options | kinks | backends (kernels) |",
      "|---|---|---|---|---|---|",
      ...opTable.filter((entry) => entry.family === family).map(row),
    ].join("\n"),
  ]);
  return [
    "# Ops",
    "<!-- Written by scripts/docs.mjs (npm run docs) from the op table in packages/tensor-vjp/src/testing. -->",
    "**VJP, JVP**: *own* if the op has rules of its own for both modes; *of a, b* if it is composed of these ops and " +
      "takes its derivatives from theirs; † if it has no derivative: it accepts traced values and returns a plain result. " +
      "All derivatives are exact to any order. **Kinks**: the value used as derivative where the op has none. " +
      "**Backends**: the backends that have all the kernels which the op used on its samples; the reference has every kernel. " +
      "BLAS has `matmul` and the kernels built on factorizations.",
    "Names before a dot are subpaths: `linalg.solve` is `solve` in `@ndgrad/tensor-vjp/linalg`.",
    ...sections,
  ]
    .join("\n\n")
    .concat("\n");
}

function row(entry) {
  const { signature, sentence } = declarations(entry.name);
  const options = Object.entries(entry.notes.options ?? {}).map(([name, what]) => `\`${name}\`: ${what}`);
  const cells = [
    `\`${signature}\``,
    sentence,
    derivative(entry),
    options.join("<br>"),
    entry.notes.kinks ?? "",
    backendCell(entry),
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

/** Where the derivatives come from, found by recording the op on its samples. */
function derivative(entry) {
  if (entry.derivative === "none") return "†";
  const used = new Set(
    samplesOf(entry).flatMap(({ apply, inputs }) => graph(apply, ...inputs).nodes.map(({ op }) => op)),
  );
  for (const op of ["input", "output"]) used.delete(op);
  // Primitives of complex arrays have the prefix of their ops.
  const own = [entry.name, entry.name.slice(entry.name.lastIndexOf(".") + 1)];
  const others = [...used].filter((op) => !own.includes(op)).join(", ");
  if (!own.some((op) => used.has(op))) return `of ${others}`;
  return others === "" ? "own" : `own, with ${others}`;
}

/** The kernels that the op uses, and the backends that have them. */
function backendCell(entry) {
  const asked = new Set();
  const noting = Object.fromEntries(
    Object.entries(reference).map(([name, kernel]) => [
      name,
      (...args) => (asked.add(name), kernel(...args)),
    ]),
  );
  const samples = samplesOf(entry);
  withBackend(noting, () => samples.forEach(({ apply, inputs }) => apply(...inputs)));
  if (asked.size === 0) return "any";
  const able = Object.entries(backends).filter(([, kernels]) => [...asked].every((name) => name in kernels));
  return `${able.map(([name]) => name).join(", ")} (${[...asked].join(", ")})`;
}

/** The reference, and every set of kernels that a backend package exports. */
async function loadBackends() {
  const found = { reference };
  for (const dir of readdirSync(join(root, "packages")).filter((name) => name.startsWith("backend-"))) {
    const entry = `packages/${dir}/dist/index.js`;
    if (!existsSync(join(root, entry))) continue;
    const kernels = Object.values(await load(entry)).filter(
      (value) =>
        typeof value === "object" && value !== null && Object.keys(value).some((key) => key in reference),
    );
    found[dir.slice("backend-".length)] = Object.assign({}, ...kernels);
  }
  return found;
}

/** Signatures and docstrings, from the declarations that the packages ship. */
function declarationsByName() {
  const dir = join(root, "packages/tensor-vjp");
  const { exports } = JSON.parse(readFileSync(join(dir, "package.json"), "utf8"));
  const entries = Object.entries(exports).map(([subpath, { types }]) => [subpath, join(dir, types)]);
  const program = ts.createProgram(
    entries.map(([, types]) => types),
    { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, noLib: true },
  );
  const checker = program.getTypeChecker();
  const modules = new Map(
    entries.map(([subpath, types]) => {
      const module = checker.getSymbolAtLocation(program.getSourceFile(types));
      return [subpath, new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]))];
    }),
  );
  return (path) => {
    const [first, ...names] = path.split(".");
    const resolved = (found) =>
      found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
    // A subpath, then perhaps a namespace in it: stats.norm.pdf.
    const symbol =
      names.length === 0
        ? resolved(modules.get(".").get(first))
        : names
            .slice(1)
            .reduce(
              (found, name) => resolved(found.exports.get(name)),
              resolved(modules.get(`./${first}`).get(names[0])),
            );
    const doc = ts.displayPartsToString(symbol.getDocumentationComment(checker));
    if (doc === "") throw new Error(`docs: expected a docstring for ${path}, got none`);
    return { signature: `${path}(${parameters(checker, symbol)})`, sentence: firstSentence(doc) };
  };
}

/** The names of the parameters of the longest overload; optional ones with a question mark. */
function parameters(checker, symbol) {
  const type = checker.getTypeOfSymbol(symbol);
  const lists = type.getCallSignatures().map((signature) => signature.getParameters());
  const longest = lists.reduce((a, b) => (b.length > a.length ? b : a), []);
  return longest.flatMap((parameter) => displayNames(checker, parameter)).join(", ");
}

/**
 * A parameter as readers should see it. A rest parameter that is a tuple with named elements is shown as those
 * elements.
 */
function displayNames(checker, parameter) {
  const declaration = parameter.valueDeclaration;
  const name = /^__\d+$/.test(parameter.name) ? "options" : parameter.name;
  if (declaration === undefined) return [name];
  const isOptional = declaration.questionToken !== undefined || declaration.initializer !== undefined;
  if (declaration.dotDotDotToken === undefined) return [`${name}${isOptional ? "?" : ""}`];
  const type = checker.getTypeOfSymbol(parameter);
  if (!checker.isTupleType(type)) return [`...${name}`];
  const elements = type.target.labeledElementDeclarations ?? [];
  return elements.map((element) => `${element.name.text}${element.questionToken === undefined ? "" : "?"}`);
}

function firstSentence(doc) {
  const [sentence] = doc.replaceAll(/\s+/g, " ").split(/(?<=[.;:]) /);
  return sentence.replace(/[;:]$/, ".");
}
