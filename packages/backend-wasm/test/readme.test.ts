import { checkMarkdown } from "../../../test/readme.js";

test("the README's program prints what it says", async () => {
  await checkMarkdown(new URL("../README.md", import.meta.url), {
    ndarray: () => import("ndarray"),
    "@ndgrad/kernels": () => import("@ndgrad/kernels"),
    "@ndgrad/backend-wasm": () => import("@ndgrad/backend-wasm"),
  });
});
