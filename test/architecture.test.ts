import { cycles } from "./architecture/cycles.js";
import {
  deepImports,
  floorsCrossed,
  forbiddenArrows,
  internalBarrels,
  samplesLoaded,
  undeclared,
} from "./architecture/layers.js";
import { loops, namesakes, primitiveNames } from "./architecture/primitives.js";
import { rulesOnKernels } from "./architecture/rules.js";
import { namesAskedFor, tensorWordsInCore } from "./architecture/words.js";
import { readWorkspace, Workspace } from "./architecture/workspace.js";

const real = readWorkspace(".");

test("the workspace is read: packages, sources, imports", () => {
  expect(real.packages.map(({ manifest }) => manifest.name)).toEqual(
    expect.arrayContaining(["@ndgrad/core", "@ndgrad/kernels", "@ndgrad/tensor-vjp"]),
  );
  expect(real.sources.size).toBeGreaterThan(100);
  expect(real.imports.length).toBeGreaterThan(500);
});

/** A made-up workspace that breaks one rule: sources by path, and the dependencies of its packages. */
function madeUp(sources: Readonly<Record<string, string>>, dependencies: readonly string[] = []): Workspace {
  const dirs = new Set(Object.keys(sources).map((path) => path.split("/").slice(0, 2).join("/")));
  const manifest = (dir: string): string =>
    JSON.stringify({
      name: dir.replace("packages", "@ndgrad"),
      dependencies: Object.fromEntries(dependencies.map((name) => [name, "*"])),
      exports: { ".": { default: "./dist/index.js" }, "./open": { default: "./dist/open/index.js" } },
    });
  return new Workspace({
    ...sources,
    ...Object.fromEntries([...dirs].map((dir) => [`${dir}/package.json`, manifest(dir)])),
  });
}

describe("packages import only along the arrows", () => {
  test("in this workspace", () => {
    expect(forbiddenArrows(real)).toEqual([]);
  });

  test("core importing a library, and a kernel or backend importing core, are found", () => {
    const broken = madeUp({
      "packages/core/src/a.ts": 'import ndarray from "ndarray";',
      "packages/kernels/src/a.ts": 'import type { Space } from "@ndgrad/core";',
      "packages/backend-wasm/src/a.ts": 'export { add } from "@ndgrad/tensor-vjp";',
      "packages/tensor-vjp/src/a.ts": 'const train = await import("@ndgrad/train");',
      "packages/stranger/src/a.ts": "export {};",
    });
    expect(forbiddenArrows(broken)).toEqual([
      "packages/core/src/a.ts imports ndarray",
      "packages/kernels/src/a.ts imports @ndgrad/core",
      "packages/backend-wasm/src/a.ts imports @ndgrad/tensor-vjp",
      "packages/tensor-vjp/src/a.ts imports @ndgrad/train",
      "@ndgrad/stranger is in no arrow",
    ]);
  });
});

describe("core knows no tensors", () => {
  test("in this workspace: no such word, no dependency", () => {
    expect(tensorWordsInCore(real)).toEqual([]);
    const { dependencies, ...rest } = real.packageNamed("@ndgrad/core")!.manifest;
    expect(dependencies).toEqual({});
    expect(rest).not.toHaveProperty("peerDependencies");
  });

  test("a word in a comment, a name or a string is found", () => {
    const broken = madeUp({
      "packages/core/src/a.ts":
        "// a Tensor\nexport const myNdArray = 1;\nexport const at = 'shapes';\nexport const g = 0;",
    });
    expect(tensorWordsInCore(broken)).toEqual([1, 2, 3].map((line) => `packages/core/src/a.ts:${line}`));
  });
});

describe("core has one door to scope memory", () => {
  const door = [
    "isTransient",
    "setTransient",
    "transiently",
    "needsGuard",
    "guard",
    "escape",
    "snapshot",
    "holder",
  ];
  const users = (workspace: Workspace): string[] =>
    [...workspace.sources.keys()].filter((file) => {
      const [, names = ""] = /port \{([^}]*)\} from "[./]*scope\.js"/.exec(workspace.files[file]!) ?? [];
      return (
        file.startsWith("packages/core/src/") && names.split(/[\s,]+/).some((name) => door.includes(name))
      );
    });

  test("in this workspace: Trace.run and the guard, the boundary of transforms; libraries use it to allocate", () => {
    expect(users(real).map((file) => file.replace("packages/core/src/", ""))).toEqual([
      "index.ts",
      "tracer.ts",
      "transforms/boundary.ts",
      "transforms/recording.ts",
      "transforms/scoped.ts",
    ]);
  });

  test("another file that uses it is found", () => {
    const broken = madeUp({ "packages/core/src/a.ts": 'import { escape } from "./scope.js"; escape(1);' });
    expect(users(broken)).toEqual(["packages/core/src/a.ts"]);
  });
});

describe("derivative rules call ops only", () => {
  test("in this workspace", () => {
    expect(rulesOnKernels(real)).toEqual([]);
  });

  test("a kernel slipped into a rule of a real op is found", () => {
    const path = "packages/tensor-vjp/src/primitives/reduce/sum.ts";
    const text = real.files[path]!.replace("spread(g, shapeOf(x), axes)", "kernels().sum(g, g)");
    expect(text).not.toBe(real.files[path]);
    expect(rulesOnKernels(new Workspace({ ...real.files, [path]: text }))).toHaveLength(1);
  });

  test("a rule that calls kernels or reads storage is found, also through functions of other files", () => {
    const broken = madeUp({
      "packages/tensor-vjp/src/raw.ts":
        "export function raw(x) { return inner(x); }\nfunction inner(x) { kernels().neg(x, x); }",
      "packages/tensor-vjp/src/ops/a.ts": [
        'import { raw as renamed } from "../raw.js";',
        'export const f = op("f", { fill: (out, x) => kernels().neg(out, x) }, { vjp: [(g) => kernels().neg(g, g)] });',
        'export const h = unary("h", (g, ans, x) => mul(g, x.data[0]));',
        "const later = (g) => helper(g);",
        "const helper = (g) => renamed(g);",
        "attachRules(f, { jvp: [later] });",
        'export const fine = primitive("fine", (x) => renamed(x), { vjp: [(g) => f(g)] });',
      ].join("\n"),
    });
    expect(rulesOnKernels(broken)).toEqual([
      "packages/tensor-vjp/src/ops/a.ts:2: kernels()",
      "packages/tensor-vjp/src/ops/a.ts:3: x.data",
      "packages/tensor-vjp/src/ops/a.ts:6: later",
    ]);
  });
});

describe("in tensor-vjp, ops call primitives, and only primitives call kernels", () => {
  test("in this workspace", () => {
    expect(floorsCrossed(real)).toEqual([]);
  });

  test("an op that calls kernels, and a primitive that calls an op, are found", () => {
    const broken = madeUp({
      "packages/tensor-vjp/src/ops/a.ts": 'import { kernels } from "@ndgrad/kernels";',
      "packages/tensor-vjp/src/primitives/b.ts": 'import "@ndgrad/numerics/fft"; import "../ops/a.js";',
    });
    expect(floorsCrossed(broken)).toEqual([
      "packages/tensor-vjp/src/ops/a.ts imports @ndgrad/kernels",
      "packages/tensor-vjp/src/primitives/b.ts imports ../ops/a.js",
    ]);
  });

  test("only the entry point for tests loads samples", () => {
    expect(samplesLoaded(real)).toEqual([]);
    const broken = madeUp({ "packages/tensor-vjp/src/ops/a.ts": 'import "./a.samples.js";' });
    expect(samplesLoaded(broken)).toEqual(["packages/tensor-vjp/src/ops/a.ts imports ./a.samples.js"]);
  });
});

describe("there are no import cycles", () => {
  test("in this workspace, types included", () => {
    expect(cycles(real)).toEqual([]);
  });

  test("a cycle of types through three files is found", () => {
    const broken = madeUp({
      "packages/a/src/x.ts": 'import type { Y } from "./sub/y.js";',
      "packages/a/src/sub/y.ts": 'export * from "../z.js";',
      "packages/a/src/z.ts": 'export type Z = import("./x.js").X;',
    });
    expect(cycles(broken)).toEqual([
      "packages/a/src/x.ts → packages/a/src/sub/y.ts → packages/a/src/z.ts → packages/a/src/x.ts",
    ]);
  });
});

describe("packages import each other through their public indexes", () => {
  test("in this workspace: no deep import, no relative import out of a package", () => {
    expect(deepImports(real)).toEqual([]);
  });

  test("imports past the exports, or by a path, are found", () => {
    const broken = madeUp({
      "packages/a/src/x.ts":
        'import "@ndgrad/b/dist/y.js"; import "@ndgrad/b/open"; import "../../b/src/y.js";',
      "packages/b/src/y.ts": "export {};",
    });
    expect(deepImports(broken)).toEqual([
      "packages/a/src/x.ts imports @ndgrad/b/dist/y.js",
      "packages/a/src/x.ts imports ../../b/src/y.js",
    ]);
  });

  test("every import is among the dependencies, and @types/ndarray comes with ndarray", () => {
    expect(undeclared(real)).toEqual([]);
    const broken = madeUp({
      "packages/a/src/x.ts": 'import type { NdArray } from "ndarray"; import "@ndgrad/b";',
    });
    expect(undeclared(broken)).toEqual([
      "packages/a needs ndarray",
      "packages/a needs @ndgrad/b",
      "packages/a needs @types/ndarray",
    ]);
    const declared = madeUp({ "packages/a/src/x.ts": 'import "ndarray";' }, ["ndarray", "@types/ndarray"]);
    expect(undeclared(declared)).toEqual([]);
  });
});

describe("files import files, not the index of their package", () => {
  test("in this workspace", () => {
    expect(internalBarrels(real)).toEqual([]);
  });

  test("an import of the package's index, or of a folder's index that only re-exports, is found", () => {
    const broken = madeUp({
      "packages/a/src/index.ts": 'export * from "./open/index.js";',
      "packages/a/src/open/index.ts": 'export * from "../x.js";',
      "packages/a/src/folder/index.ts": 'export * from "../x.js";',
      "packages/a/src/defines/index.ts": "export const y = 1;",
      "packages/a/src/x.ts": 'import "./index.js"; import "./folder/index.js"; import "./defines/index.js";',
    });
    expect(internalBarrels(broken)).toEqual([
      "packages/a/src/x.ts imports ./index.js",
      "packages/a/src/x.ts imports ./folder/index.js",
    ]);
  });
});

describe("no shared code branches on the name of an op", () => {
  test("in this workspace", () => {
    expect(namesAskedFor(real)).toEqual([]);
  });

  test("comparisons, switches and lookups by the name of an op are found", () => {
    const broken = madeUp({
      "packages/core/src/a.ts": [
        'if (p.name === "matmul") fast();',
        'switch (primitive.name) { case "add": break; }',
        'const isFree = ["reshape", "transpose"].includes(op);',
        'const isUpdate = p.name.startsWith("at");',
        'if (mode === "wrap" || axis.name === other.name) fine();',
      ].join("\n"),
    });
    expect(namesAskedFor(broken).map((found) => found.split(":")[1])).toEqual(["1", "2", "3", "4"]);
  });
});

describe("primitives of tensor-vjp", () => {
  test("each has a unique name, so that in a graph one name is one primitive", () => {
    expect(primitiveNames(real).length).toBeGreaterThan(100);
    expect(namesakes(real)).toEqual([]);
  });

  test("a name used twice is found, also through a function that makes several primitives", () => {
    const broken = madeUp({
      "packages/tensor-vjp/src/primitive.ts": "export function primitive(name, definition) {}",
      "packages/tensor-vjp/src/primitives/a.ts":
        'import { primitive } from "../primitive.js"; const a = primitive("a", {}); const b = primitive("b", {});',
      "packages/tensor-vjp/src/primitives/b.ts":
        'import { primitive } from "../primitive.js"; function both(name, f) { return primitive(name, { f }); } both("b", 1);',
    });
    expect(namesakes(broken)).toEqual(["b: primitives/a.ts, primitives/b.ts"]);
  });

  // Each primitive that loops is listed with its reason; at most five may.
  const reasons: Readonly<Record<string, string>> = {};

  test("at most five loop over the examples of a batch", () => {
    expect(loops(real)).toEqual(Object.keys(reasons));
    expect(Object.keys(reasons).length).toBeLessThanOrEqual(5);
  });

  test("a primitive that loops is found", () => {
    const broken = madeUp({
      "packages/tensor-vjp/src/primitives/a.ts": 'const a = primitive("a", { batching: eachExample });',
    });
    expect(loops(broken)).toEqual(["a"]);
  });
});
