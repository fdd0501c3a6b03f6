/** The pages that introduce the project stay true: their programs run, and print what the page shows. */
import { checkMarkdown } from "./readme.js";

const modules = {
  ndarray: () => import("ndarray"),
  "@ndgrad/backend-ndarray-ops": () => import("@ndgrad/backend-ndarray-ops"),
  "@ndgrad/backend-wasm": () => import("@ndgrad/backend-wasm"),
  "@ndgrad/core": () => import("@ndgrad/core"),
  "@ndgrad/kernels": () => import("@ndgrad/kernels"),
  "@ndgrad/kernels/conformance": () => import("@ndgrad/kernels/conformance"),
  "@ndgrad/tensor-vjp/linalg": () => import("@ndgrad/tensor-vjp/linalg"),
  "@ndgrad/tensor-vjp/stats": () => import("@ndgrad/tensor-vjp/stats"),
  "@ndgrad/tensor-vjp": () => import("@ndgrad/tensor-vjp"),
  "@ndgrad/tensor-vjp/complex": () => import("@ndgrad/tensor-vjp/complex"),
  "@ndgrad/tensor-vjp/fft": () => import("@ndgrad/tensor-vjp/fft"),
  "@ndgrad/train": () => import("@ndgrad/train"),
};

test.each([
  "README.md",
  "docs/writing-a-backend.md",
  "packages/check/README.md",
  "packages/backend-ndarray-ops/README.md",
  "packages/kernels/README.md",
  "packages/numerics/README.md",
  "packages/tensor-vjp/README.md",
  "packages/train/README.md",
])("%s", async (page) => {
  await checkMarkdown(new URL(`../${page}`, import.meta.url), modules);
});
