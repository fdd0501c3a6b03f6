import { repeat, tile } from "@ndgrad/tensor-vjp";
import { expectMapped } from "../mapped.js";

test("a batch is tiled at once, also to more axes than its examples have", () => {
  expectMapped((x) => tile(x, [2, 1, 3]), [2, 3]);
  expectMapped((x) => tile(x, [2]), []);
});

test("entries of a batch are repeated at once", () => {
  expectMapped((x) => repeat(x, 2, { axis: 1 }), [2, 3]);
  expectMapped((x) => repeat(x, 3), [2, 2]);
});
