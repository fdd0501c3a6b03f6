/** Loads the elementwise kernels and the folds from source, for scripts that generate code before the build. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const path = (file) => fileURLToPath(new URL(file, import.meta.url));

/** The files that the generated code depends on. */
export const tableFiles = ["elementwise.ts", "folds.ts"].map((file) => path(`../src/table/${file}`));

export async function loadTable() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { unary, binary, compare } from "./elementwise.js"; export { folds } from "./folds.js";`,
      resolveDir: path("../src/table"),
    },
    alias: { "@ndgrad/numerics/special": path("../../numerics/src/special/index.ts") },
    bundle: true,
    format: "esm",
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
