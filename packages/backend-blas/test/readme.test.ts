import { setBackend } from "@ndgrad/kernels";
import { checkMarkdown } from "../../../test/readme.js";
import { withBlas } from "./blas.js";

const modules = {
  "@ndgrad/backend-blas": () => import("@ndgrad/backend-blas"),
  "@ndgrad/kernels": () => import("@ndgrad/kernels"),
  "@ndgrad/tensor-vjp": () => import("@ndgrad/tensor-vjp"),
};

withBlas(() => {
  afterEach(() => setBackend({}));

  test("README.md", async () => {
    await checkMarkdown(new URL("../README.md", import.meta.url), modules);
  });
});
