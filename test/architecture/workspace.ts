/** The packages of a workspace and the imports in their sources, for the architecture tests. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import ts from "typescript";

export interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, unknown>>;
}

export interface Package {
  readonly dir: string;
  readonly manifest: Manifest;
}

export interface Import {
  readonly file: string;
  readonly specifier: string;
  /** True for `export … from`. */
  readonly handsOn: boolean;
}

/**
 * A workspace given as file contents by path from the root, with "/" between folders, so that tests can make small ones
 * up.
 */
export class Workspace {
  readonly sources: ReadonlyMap<string, ts.SourceFile>;
  readonly packages: readonly Package[];
  readonly imports: readonly Import[];

  constructor(readonly files: Readonly<Record<string, string>>) {
    const paths = Object.keys(files);
    this.packages = paths
      .filter((path) => path.endsWith("/package.json"))
      .map((path) => ({ dir: dirname(path), manifest: JSON.parse(files[path]!) as Manifest }));
    this.sources = new Map(
      paths
        .filter((path) => path.endsWith(".ts"))
        .map((path) => [path, ts.createSourceFile(path, files[path]!, ts.ScriptTarget.Latest, true)]),
    );
    this.imports = [...this.sources].flatMap(([file, source]) => importsOf(file, source));
  }

  packageNamed(name: string): Package | undefined {
    return this.packages.find(({ manifest }) => manifest.name === name);
  }

  /** The sources in `src` of the package in `dir`. */
  filesOf(dir: string): [path: string, source: ts.SourceFile][] {
    return [...this.sources].filter(([path]) => path.startsWith(`${dir}/src/`));
  }

  /** The source file that a relative import refers to. */
  target({ file, specifier }: Import): string | undefined {
    const path = normalize(join(dirname(file), specifier)).replace(/\.js$/, ".ts");
    return this.sources.has(path) ? path : undefined;
  }
}

/** Imports of types count: files in a cycle of types are not in layers. */
function importsOf(file: string, source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) found.push({ file, specifier, handsOn: ts.isExportDeclaration(node) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function specifierOf(node: ts.Node): string | undefined {
  const literal =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
        ? node.argument.literal
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined;
  return literal !== undefined && ts.isStringLiteral(literal) ? literal.text : undefined;
}

/** The workspace at `root`: sources of packages, examples and benchmarks. */
export function readWorkspace(root: string): Workspace {
  const files: Record<string, string> = {};
  const packages = readdirSync(join(root, "packages")).map((name) => `packages/${name}`);
  for (const dir of [...packages, "examples", "benchmarks"]) {
    const manifest = `${dir}/package.json`;
    if (!existsSync(join(root, manifest))) continue;
    files[manifest] = readFileSync(join(root, manifest), "utf8");
    for (const path of readdirSync(join(root, dir, "src"), { recursive: true, encoding: "utf8" }))
      if (path.endsWith(".ts") && !path.endsWith(".d.ts"))
        files[`${dir}/src/${path}`] = readFileSync(join(root, dir, "src", path), "utf8");
  }
  return new Workspace(files);
}
