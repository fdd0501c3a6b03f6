/** The elementwise kernels and the folds, for scripts that generate code: read from the sources, for they run before the build. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const path = (file) => fileURLToPath(new URL(file, import.meta.url));

/** The files that decide what is generated. */
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
