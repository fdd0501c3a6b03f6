import { memoryFor } from "../src/ordinary-memory.js";

test.each([0, 1, 511, 512, 2 ** 29 + 1])("memory for %s numbers, more than Node's buffers hold too", (n) => {
  const { length, byteOffset, buffer } = memoryFor(n);
  expect([length, byteOffset, buffer.byteLength]).toEqual([n, 0, 8 * n]);
});
