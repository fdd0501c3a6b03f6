/** Checking that derivative rules compute with ops only, from the syntax of the sources of tensor-vjp. */
import ts from "typescript";
import type { Workspace } from "./workspace.js";

/**
 * The functions that define an op, and the position of the first argument that holds rules. Earlier arguments define
 * its values on plain arrays. If one of them is an object, its `derivative` and `batching` are rules too.
 */
const RULES_FROM: Readonly<Record<string, number>> = {
  op: 2,
  primitive: 2,
  attachRules: 1,
  unary: 1,
  unaryWithSlope: 1,
  slope: 2,
  binary: 1,
  define: 2,
  scalarFunction: 2,
  nonDifferentiable: Infinity,
  piecewiseConstant: Infinity,
  piecewiseConstant2: Infinity,
  comparison: Infinity,
};

/** Results that are data, not values: their methods run inside the implementation of an op. */
const DATA = /\b(Selection|Target|GatherSelection)\b/;

interface Declaration {
  readonly file: string;
  readonly node: ts.Node;
  readonly isData: boolean;
}

/** Rules that read storage or call kernels, directly or through other functions: "file:line: what". */
export function rulesOnKernels(workspace: Workspace): string[] {
  const files = workspace.filesOf("packages/tensor-vjp").filter(([path]) => !path.includes("/testing/"));
  const declared = new Map(files.flatMap(([file, source]) => declarationsOf(file, source)));
  const scopes = new Map(files.map(([file, source]) => [file, namesIn(workspace, file, source)]));
  const raw = new Set<string>();
  const touches = (id: string): boolean => {
    const { file, node, isData } = declared.get(id)!;
    const isRaw = (name: string): boolean => raw.has(scopes.get(file)!.get(name) ?? "");
    return !isData && kernelUses(node, isRaw, outsideOps).length > 0;
  };
  // A function that calls one that touches kernels touches them too: repeat until nothing is added.
  for (let before = -1; before < raw.size;) {
    before = raw.size;
    for (const id of declared.keys()) if (!raw.has(id) && touches(id)) raw.add(id);
  }
  return files.flatMap(([file, source]) => {
    const isRaw = (name: string): boolean => raw.has(scopes.get(file)!.get(name) ?? "");
    const line = (node: ts.Node): number => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    return rulesIn(source)
      .flatMap((rule) => [...kernelUses(rule, isRaw, () => true), ...storageReads(rule)])
      .map((node) => `${file}:${line(node)}: ${node.getText()}`);
  });
}

function declarationsOf(file: string, source: ts.SourceFile): [id: string, Declaration][] {
  return source.statements.flatMap((statement): [string, Declaration][] => {
    if (ts.isFunctionDeclaration(statement) && statement.name !== undefined)
      return [[`${file}#${statement.name.text}`, { file, node: statement, isData: DATA.test(statement.type?.getText() ?? "") }]]; // prettier-ignore
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.map((node) => [
      `${file}#${node.name.getText()}`,
      { file, node, isData: false },
    ]);
  });
}

/** The declaration that each name in a file refers to: its own, or an imported one. */
export function namesIn(workspace: Workspace, file: string, source: ts.SourceFile): Map<string, string> {
  const names = new Map(declarationsOf(file, source).map(([id]) => [id.split("#")[1]!, id]));
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const target = workspace.target({ file, specifier: statement.moduleSpecifier.text, handsOn: false });
    const bindings = statement.importClause?.namedBindings;
    if (target === undefined || bindings === undefined || !ts.isNamedImports(bindings)) continue;
    for (const { name, propertyName } of bindings.elements)
      names.set(name.text, `${target}#${(propertyName ?? name).text}`);
  }
  return names;
}

/** Calls of `kernels()`, and uses of names that `isRaw`, in `root` as far as `enter` goes. */
function kernelUses(
  root: ts.Node,
  isRaw: (name: string) => boolean,
  enter: (node: ts.Node) => boolean,
): ts.Node[] {
  return within(root, enter).filter(
    (node) =>
      (ts.isCallExpression(node) && ["kernels", "kernelNamed"].includes(node.expression.getText())) ||
      (ts.isIdentifier(node) && isUse(node) && isRaw(node.text)),
  );
}

/** Reads of storage. A traced value has none, so such a rule would work only for first derivatives. */
function storageReads(root: ts.Node): ts.Node[] {
  return within(root, () => true).filter(
    (node) => ts.isPropertyAccessExpression(node) && ["data", "stride", "offset"].includes(node.name.text),
  );
}

function within(root: ts.Node, enter: (node: ts.Node) => boolean): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (!enter(node)) return;
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

/** True unless the identifier is a key, a property or the name in a declaration. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent)) return parent.initializer === node;
  return !ts.isParameter(parent) && !ts.isFunctionDeclaration(parent);
}

/** Kernels belong in the definition of an op: a function that calls the op does not itself touch them. */
function outsideOps(node: ts.Node): boolean {
  return !(ts.isCallExpression(node) && node.expression.getText() in RULES_FROM);
}

/** The arguments that hold the rules of every op defined in a file. */
function rulesIn(source: ts.SourceFile): ts.Expression[] {
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const from = RULES_FROM[node.expression.getText()];
      if (from !== undefined) found.push(...node.arguments.slice(from), ...statedRules(node.arguments[1]));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The rules in a definition that is an object. */
function statedRules(definition: ts.Expression | undefined): ts.Expression[] {
  if (definition === undefined || !ts.isObjectLiteralExpression(definition)) return [];
  return definition.properties
    .filter(ts.isPropertyAssignment)
    .filter(({ name }) => ["derivative", "batching"].includes(name.getText()))
    .map(({ initializer }) => initializer);
}
