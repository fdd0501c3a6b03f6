/** Bundle every package's entry points from their sources to the files that its exports name. */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { build } from "esbuild";

await Promise.all(readdirSync("packages").map((name) => bundle(resolve("packages", name))));

async function bundle(dir) {
  const { exports } = JSON.parse(readFileSync(join(dir, "package.json"), "utf8"));
  const outdir = join(dir, "dist");
  removeBundles(outdir);
  await build({
    entryPoints: Object.values(exports).map((target) => ({
      in: sourceOf(dir, target),
      out: target.default.replace(/^\.\/dist\/|\.js$/g, ""),
    })),
    outdir,
    bundle: true,
    // Two copies of a primitive, or of the backend in use, would not know each other: what entry points share is a chunk.
    splitting: true,
    chunkNames: "chunks/[hash]",
    packages: "external",
    platform: "neutral",
    format: "esm",
    tsconfig: join(dir, "tsconfig.json"),
    logLevel: "warning",
    plugins: exports["."] === undefined ? [] : [loadFirst(sourceOf(dir, exports["."]))],
  });
}

/**
 * Every other entry point loads the main one first. esbuild makes a chunk for each set of entry points that share modules, up
 * to 2ⁿ of them; so what the main one needs is a single chunk.
 */
function loadFirst(main) {
  return {
    name: "load-first",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^/ }, ({ kind, path }) => {
        // `sideEffects` in package.json says what the bundler of an application may drop: nothing may be here.
        if (path === main) return { path, sideEffects: true };
        if (kind === "entry-point") return { path, namespace: "after-main" };
      });
      onLoad({ filter: /^/, namespace: "after-main" }, ({ path }) => ({
        contents: `import ${JSON.stringify(main)}; export * from ${JSON.stringify(path)};`,
        resolveDir: dirname(path),
      }));
    },
  };
}

/** "./dist/nn/index.js" is made from "src/nn/index.ts". */
function sourceOf(dir, target) {
  return join(dir, target.default.replace(/^\.\/dist\//, "src/").replace(/\.js$/, ".ts"));
}

/** Those of an earlier build: the names of chunks change with their contents. */
function removeBundles(outdir) {
  for (const file of readdirSync(outdir, { recursive: true }))
    if (/\.(js|map)$/.test(file)) rmSync(join(outdir, file));
}
