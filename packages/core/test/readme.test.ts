import { checkMarkdown } from "../../../test/readme.js";

test("the programs of the README print what it shows", async () => {
  await checkMarkdown(new URL("../README.md", import.meta.url), {
    "@ndgrad/core": () => import("@ndgrad/core"),
  });
});
