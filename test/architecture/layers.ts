/** Who may import whom: the arrows of the package picture in ARCHITECTURE.md. */
import { join } from "node:path/posix";
import ts from "typescript";
import type { Import, Package, Workspace } from "./workspace.js";

/** What each package may import besides its own files. "node:" stands for Node's own modules. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  "@ndgrad/core": [],
  "@ndgrad/check": ["@ndgrad/core"],
  "@ndgrad/numerics": [],
  "@ndgrad/kernels": ["@ndgrad/numerics", "ndarray"],
  "@ndgrad/tensor-vjp": [
    "@ndgrad/check",
    "@ndgrad/core",
    "@ndgrad/kernels",
    "@ndgrad/numerics",
    "@ndgrad/backend-wasm",
    "ndarray",
  ],
  "@ndgrad/train": ["@ndgrad/tensor-vjp", "ndarray", "node:"],
  "@ndgrad/compiler": ["@ndgrad/tensor-vjp", "@ndgrad/core", "@ndgrad/kernels", "ndarray"],
  "@ndgrad/backend-wasm": ["@ndgrad/kernels", "ndarray", "node:"],
  "@ndgrad/backend-blas": ["@ndgrad/kernels", "@ndgrad/numerics", "ndarray", "koffi", "node:"],
  "@ndgrad/backend-ndarray-ops": ["@ndgrad/kernels", "ndarray", "ndarray-ops"],
  "@ndgrad/naive": ["ndarray"],
};

/** Programs, which may import any public index. */
const PROGRAMS = ["examples", "benchmarks"];

/** The package that a bare specifier names: "@ndgrad/numerics" for "@ndgrad/numerics/special". */
function packageOf(specifier: string): string {
  if (specifier.startsWith("node:")) return "node:";
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function isRelative({ specifier }: Import): boolean {
  return specifier.startsWith(".");
}

/** Imports that no arrow allows, and packages that no arrow names. */
export function forbiddenArrows(workspace: Workspace): string[] {
  return workspace.packages
    .filter(({ dir }) => !PROGRAMS.includes(dir))
    .flatMap((from) => {
      const allowed = ARROWS[from.manifest.name];
      if (allowed === undefined) return [`${from.manifest.name} is in no arrow`];
      return importsFrom(workspace, from)
        .filter((found) => !isRelative(found) && !allowed.includes(packageOf(found.specifier)))
        .map(({ file, specifier }) => `${file} imports ${specifier}`);
    });
}

/** Imports of another package's internal files: past its exports, or by a path that leaves the importing package. */
export function deepImports(workspace: Workspace): string[] {
  return workspace.packages.flatMap((from) =>
    importsFrom(workspace, from)
      .filter((found) =>
        isRelative(found)
          ? !workspace.target(found)?.startsWith(`${from.dir}/src/`)
          : !isPublic(workspace, found),
      )
      .map(({ file, specifier }) => `${file} imports ${specifier}`),
  );
}

function isPublic(workspace: Workspace, { specifier }: Import): boolean {
  const name = packageOf(specifier);
  const target = workspace.packageNamed(name);
  return target === undefined || `.${specifier.slice(name.length)}` in (target.manifest.exports ?? {});
}

/** Libraries that a package imports without declaring the dependency. Types of ndarray in its own types count too. */
export function undeclared(workspace: Workspace): string[] {
  return workspace.packages.flatMap((from) => {
    const declared = Object.keys(from.manifest.dependencies ?? {});
    const needed = new Set(
      importsFrom(workspace, from)
        .filter((found) => !isRelative(found))
        .map((found) => packageOf(found.specifier))
        .filter((name) => name !== "node:"),
    );
    if (needed.has("ndarray")) needed.add("@types/ndarray");
    return [...needed].filter((name) => !declared.includes(name)).map((name) => `${from.dir} needs ${name}`);
  });
}

/**
 * Imports of an index by the package that it is the index of: files would then depend on everything. Another public
 * subpath's index may be imported; an `index.ts` that defines something itself is a file like others.
 */
export function internalBarrels(workspace: Workspace): string[] {
  return workspace.packages.flatMap((from) =>
    importsFrom(workspace, from)
      .filter((found) => {
        const target = workspace.target(found);
        if (!isRelative(found) || target === undefined || !target.endsWith("/index.ts")) return false;
        if (target === `${from.dir}/src/index.ts`) return true;
        return !isSubpath(from, target) && handsOnOnly(workspace, target);
      })
      .map(({ file, specifier }) => `${file} imports ${specifier}`),
  );
}

function isSubpath({ dir, manifest }: Package, path: string): boolean {
  const built = `./${join("dist", path.slice(`${dir}/src/`.length)).replace(/\.ts$/, ".js")}`;
  return JSON.stringify(manifest.exports ?? {}).includes(`"${built}"`);
}

function handsOnOnly(workspace: Workspace, path: string): boolean {
  return workspace.sources.get(path)!.statements.every(ts.isExportDeclaration);
}

function importsFrom(workspace: Workspace, { dir }: Package): Import[] {
  return workspace.imports.filter(({ file }) => file.startsWith(`${dir}/src/`));
}

/** The floor of tensor-vjp that works on plain arrays: it calls kernels, and ops call its primitives. */
const KERNEL_FLOOR = /^packages\/tensor-vjp\/src\/(primitives\/|[^/]+\.ts$)/;

/** Files of tensor-vjp above the primitives that import kernels or numerics; and primitives that import ops. */
export function floorsCrossed(workspace: Workspace): string[] {
  return workspace.imports
    .filter(({ file }) => file.startsWith("packages/tensor-vjp/src/"))
    .filter((found) =>
      KERNEL_FLOOR.test(found.file)
        ? found.file.includes("/primitives/") && workspace.target(found)?.includes("/src/ops/")
        : ["@ndgrad/kernels", "@ndgrad/numerics"].includes(packageOf(found.specifier)),
    )
    .map(({ file, specifier }) => `${file} imports ${specifier}`);
}

/** Imports of samples by anything except the entry point for tests. */
export function samplesLoaded(workspace: Workspace): string[] {
  return workspace.imports
    .filter(
      ({ file }) => /\/src\//.test(file) && !file.includes("/testing/") && !file.endsWith(".samples.ts"),
    )
    .filter(({ specifier }) => specifier.endsWith(".samples.js"))
    .map(({ file, specifier }) => `${file} imports ${specifier}`);
}
