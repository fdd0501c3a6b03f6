/** A bundle for browsers: a classic script that computes a gradient without Node and without fetching anything. */
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";

const program = `
  import { array, grad, mul, sum } from "@ndgrad/tensor-vjp";
  import { wasm } from "@ndgrad/backend-wasm";
  import { kernels } from "@ndgrad/kernels";
  const x = array(Array.from({ length: 400 }, (_, i) => i / 8));
  const { data } = grad((w) => sum(mul(w, mul(w, w))))(x);
  answer = { isDefault: kernels().mul === wasm.mul, wrong: data.filter((g, i) => g !== 3 * (i / 8) ** 2).length };
`;

const { outputFiles } = await build({
  // The benchmarks package has all of these as dependencies.
  stdin: { contents: program, resolveDir: "benchmarks" },
  bundle: true,
  platform: "browser",
  format: "iife",
  write: false,
});
const [script] = outputFiles;
// The only globals of a browser that the packages need.
const browser = createContext({ WebAssembly: globalThis.WebAssembly, atob: globalThis.atob });
runInContext(script.text, browser, { timeout: 10_000 });
const { isDefault, wrong } = browser.answer;
if (!isDefault) throw new Error("smoke: expected the kernels of WebAssembly in a bundle");
if (wrong > 0)
  throw new Error(`smoke: expected the gradient of Σx³ to be 3x², got ${wrong} entries that differ`);
console.log(`ran a bundle of ${Math.round(script.text.length / 1000)} kB`);
