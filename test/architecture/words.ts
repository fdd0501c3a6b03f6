/** Words that shared code must not contain: tensors in core, names of ops anywhere. */
import ts from "typescript";
import type { Workspace } from "./workspace.js";

/** Lines of core that mention tensors. An exception is `shape=`, Graphviz's word for the outline of a node. */
export function tensorWordsInCore(workspace: Workspace): string[] {
  return workspace.filesOf("packages/core").flatMap(([path, source]) =>
    source.text
      .split("\n")
      .map((line, i) => ({ line: line.replace(/\bshape=/, ""), at: `${path}:${i + 1}` }))
      .filter(({ line }) => /tensor|ndarray|shape/i.test(line))
      .map(({ at }) => at),
  );
}

/**
 * Expressions that branch on the name of an op: `p.name === "add"`, `switch (op)`. Suites that test ops by name may.
 */
export function namesAskedFor(workspace: Workspace): string[] {
  const found: string[] = [];
  for (const [path, source] of workspace.sources) {
    if (!path.startsWith("packages/") || /\/(conformance|testing)\//.test(path)) continue;
    const visit = (node: ts.Node): void => {
      if (asksForName(node)) found.push(`${path}:${lineOf(source, node)}: ${node.getText().split("\n")[0]}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

const EQUALITY = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

function asksForName(node: ts.Node): boolean {
  if (ts.isSwitchStatement(node)) return isOpName(node.expression);
  if (ts.isBinaryExpression(node) && EQUALITY.has(node.operatorToken.kind))
    return (
      (isOpName(node.left) && ts.isStringLiteral(node.right)) ||
      (ts.isStringLiteral(node.left) && isOpName(node.right))
    );
  // Looking a name up in a table or a list is a switch too.
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    ["includes", "has", "startsWith", "endsWith"].includes(node.expression.name.text) &&
    (node.arguments.some(isOpName) ||
      (isOpName(node.expression.expression) && node.arguments.some(ts.isStringLiteral)))
  );
}

/** `op`, `name`, `p.name`, `node.primitive.name`. */
function isOpName(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === "name";
  return ts.isIdentifier(node) && ["op", "opName", "name"].includes(node.text);
}

function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}
