/**
 * The primitives that tensor-vjp defines, read from the syntax of its sources: their names, and which of them loop over
 * batches.
 */
import ts from "typescript";
import { namesIn } from "./rules.js";
import type { Workspace } from "./workspace.js";

/**
 * The functions that make a primitive from a name. Functions that pass their own first parameter on to these count too.
 */
const ORIGIN = [
  "primitive.ts#primitive",
  "primitive.ts#define",
  "op.ts#primitive",
  "op.ts#nonDifferentiable",
];
const SRC = "packages/tensor-vjp/src/";

export interface Named {
  readonly name: string;
  readonly file: string;
}

/** Every call that makes a primitive with a literal name. */
export function primitiveNames(workspace: Workspace): Named[] {
  const files = workspace.filesOf("packages/tensor-vjp");
  const scopes = new Map(files.map(([file, source]) => [file, namesIn(workspace, file, source)]));
  const makers = new Set(ORIGIN.map((id) => `${SRC}${id}`));
  const calls = files.flatMap(([file, source]) => callsIn(source).map((call) => ({ file, call })));
  const isMade = ({ file, call }: (typeof calls)[number]): boolean =>
    makers.has(scopes.get(file)!.get(call.expression.getText()) ?? "");
  // A maker may call another maker: repeat until nothing is added.
  for (let before = -1; before < makers.size;) {
    before = makers.size;
    for (const found of calls.filter(isMade)) {
      const maker = enclosingFunction(found.call);
      const [handed] = found.call.arguments;
      if (maker?.name !== undefined && handed?.getText() === maker.parameters[0]?.name.getText())
        makers.add(`${found.file}#${maker.name.text}`);
    }
  }
  return calls.filter(isMade).flatMap(({ file, call }) => {
    const [name] = call.arguments;
    return name !== undefined && ts.isStringLiteral(name) ? [{ name: name.text, file }] : [];
  });
}

/** Names shared by several definitions. */
export function namesakes(workspace: Workspace): string[] {
  const files = new Map<string, string[]>();
  for (const { name, file } of primitiveNames(workspace))
    files.set(name, [...(files.get(name) ?? []), file.slice(SRC.length)]);
  return [...files].filter(([, all]) => all.length > 1).map(([name, all]) => `${name}: ${all.join(", ")}`);
}

/** The names of the primitives that loop over the examples of a batch. */
export function loops(workspace: Workspace): string[] {
  return workspace
    .filesOf("packages/tensor-vjp")
    .filter(([file]) => file !== `${SRC}primitive.ts`)
    .flatMap(([, source]) =>
      callsIn(source)
        .filter(({ arguments: given }) => given.some(asksForLoop))
        .map(({ arguments: [name] }) => name!.getText().replaceAll('"', "")),
    );
}

function asksForLoop(definition: ts.Expression): boolean {
  return (
    ts.isObjectLiteralExpression(definition) &&
    definition.properties.some(
      (property) =>
        (ts.isPropertyAssignment(property) && property.initializer.getText() === "eachExample") ||
        property.name?.getText() === "eachExample",
    )
  );
}

function callsIn(source: ts.SourceFile): ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The function declaration that contains a node. */
function enclosingFunction(node: ts.Node): ts.FunctionDeclaration | undefined {
  return ts.findAncestor(node, ts.isFunctionDeclaration);
}
