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
    // Entry points share code as chunks: there must be one copy of each primitive, and of the backend in use.
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
 * Makes every other entry point load the main one first. esbuild makes a chunk for each set of entry points that share
 * modules, up to 2ⁿ of them; this way everything that the main one needs is a single chunk.
 */
function loadFirst(main) {
  return {
    name: "load-first",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^/ }, ({ kind, path }) => {
        // `sideEffects` in package.json tells the bundler of an application what it may drop. Here nothing may be
        // dropped.
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

/** Removes the files of an earlier build, because the names of chunks change with their contents. */
function removeBundles(outdir) {
  for (const file of readdirSync(outdir, { recursive: true }))
    if (/\.(js|map)$/.test(file)) rmSync(join(outdir, file));
}
