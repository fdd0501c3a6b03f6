/** The engines that `bench:peers` compares, and how to start each of them. */
import { spawnSync } from "node:child_process";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";

export interface Engine {
  readonly name: string;
  readonly command: readonly string[];
  /** The largest relative difference of its check values from the first engine's: float32 has seven digits. */
  readonly tolerance: number;
}

const here = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const node = (file: string, ...args: string[]): string[] => [process.execPath, here(file), ...args];

/** A command for the Node that the JavaScript peers install: jax-js needs a newer one than we do. */
const newer = (file: string, ...args: string[]): string[] => [
  here("peers/js/node_modules/node/bin/node"),
  here(file),
  ...args,
];

/** A command for a peer in Python, on an interpreter that has the module it needs. */
const python = (module: string, file: string): string[] => [
  interpreters().find((path) => has(path, module)) ?? interpreters()[0]!,
  here(`peers/python/${file}.py`),
];

/** NDGRAD_PYTHON lists interpreters to try instead of the system's, separated as in PATH: few have every module. */
function interpreters(): string[] {
  return process.env["NDGRAD_PYTHON"]?.split(delimiter) ?? ["python3", "/usr/bin/python3"];
}

function has(path: string, module: string): boolean {
  return spawnSync(path, ["-c", `import ${module}`], { stdio: "ignore" }).status === 0;
}

export const engines: readonly Engine[] = [
  { name: "ours reference", command: node("dist/peers/serve-ours.js"), tolerance: 0 },
  { name: "ours wasm", command: node("dist/peers/serve-ours.js", "wasm"), tolerance: 1e-9 },
  { name: "ours blas", command: node("dist/peers/serve-ours.js", "blas"), tolerance: 1e-9 },
  { name: "ours wasm+blas", command: node("dist/peers/serve-ours.js", "wasm", "blas"), tolerance: 1e-9 },
  { name: "ours wasm, newer Node", command: newer("dist/peers/serve-ours.js", "wasm"), tolerance: 1e-9 },
  {
    name: "ours wasm+blas, newer Node",
    command: newer("dist/peers/serve-ours.js", "wasm", "blas"),
    tolerance: 1e-9,
  },
  { name: "torch", command: python("torch", "torch_peer"), tolerance: 1e-9 },
  { name: "numpy by hand", command: python("numpy", "numpy_peer"), tolerance: 1e-9 },
  { name: "autograd", command: python("autograd", "autograd_peer"), tolerance: 1e-9 },
  { name: "jax jit", command: python("jax", "jax_peer"), tolerance: 1e-9 },
  { name: "tfjs cpu f32", command: node("peers/js/tfjs.mjs", "cpu"), tolerance: 1e-3 },
  { name: "tfjs wasm f32", command: node("peers/js/tfjs.mjs", "wasm"), tolerance: 1e-3 },
  { name: "jax-js eager", command: newer("peers/js/jax.mjs", "eager"), tolerance: 1e-6 },
  { name: "jax-js jit", command: newer("peers/js/jax.mjs", "jit"), tolerance: 1e-6 },
];
