/** The page that teaches the package stays true. */
import { checkMarkdown } from "../../../test/readme.js";

test("every program of the README prints what the README shows", async () => {
  await checkMarkdown(new URL("../README.md", import.meta.url), {
    "@ndgrad/naive": () => import("@ndgrad/naive"),
  });
});
