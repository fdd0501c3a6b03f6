import { random } from "@ndgrad/tensor-vjp";
import { batches } from "@ndgrad/train";

const listed = (key: random.Key, n: number, size: number): number[][] =>
  Array.from(batches(key, n, size), (rows) => [...rows]);
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

test.each([
  [10, 5, [5, 5]],
  [10, 4, [4, 4, 2]],
  [3, 8, [3]],
  [1, 1, [1]],
])("%s rows by %s come in batches of %j, each row once", (n, size, sizes) => {
  const all = listed(random.key(3), n, size);
  expect(all.map((rows) => rows.length)).toEqual(sizes);
  expect(all.flat().sort((a, b) => a - b)).toEqual(upTo(n));
});

test("no rows give no batches", () => {
  expect(listed(random.key(0), 0, 4)).toEqual([]);
});

test("the order is the key's: the same key gives it again, another key another one", () => {
  const order = listed(random.key(1), 100, 100)[0]!;
  expect(listed(random.key(1), 100, 7).flat()).toEqual(order);
  expect(order).not.toEqual(upTo(100));
  expect(listed(random.key(2), 100, 100)[0]).not.toEqual(order);
});

test("a batch is the caller's own: what is written to it does not reach the next", () => {
  const pass = batches(random.key(1), 6, 3);
  (pass.next().value as Int32Array).fill(99);
  expect([...(pass.next().value as Int32Array)]).toEqual(listed(random.key(1), 6, 3)[1]);
});

test.each([0, -1, 2.5, NaN])("batches of %s rows are refused, before anything is asked of them", (size) => {
  expect(() => batches(random.key(1), 6, size)).toThrow(
    `batches: expected a size of 1 or more rows, got ${size}. Write batches(key, n, size).`,
  );
});
