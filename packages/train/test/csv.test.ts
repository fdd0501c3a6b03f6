import { toArray } from "@ndgrad/tensor-vjp";
import { parseCsv } from "@ndgrad/train";

test("a header and rows of numbers become names and a matrix", () => {
  const { columns, values } = parseCsv("x,y\n1,2.5\n-3e2, 0x10 \n");
  expect(columns).toEqual(["x", "y"]);
  expect(values.shape).toEqual([2, 2]);
  expect(toArray(values)).toEqual([
    [1, 2.5],
    [-300, 16],
  ]);
});

test("lines may end as on Windows", () => {
  const { columns, values } = parseCsv("a,b\r\n1,2\r\n3,4\r\n");
  expect(columns).toEqual(["a", "b"]);
  expect(toArray(values)).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test.each([
  ["a word", "a,b\n1,2\n3,four", 'line 3, got "3,four"'],
  ["an empty cell", "a,b\n1,", 'line 2, got "1,"'],
  ["a cell too few", "a,b\n1,2\n3", 'line 3, got "3"'],
  ["a cell too many", "a,b\n1,2,3", 'line 2, got "1,2,3"'],
  ["an empty line in the middle", "a,b\n1,2\n\n3,4", 'line 3, got ""'],
])("%s is refused, with its line", (_what, text, message) => {
  expect(() => parseCsv(text)).toThrow(`parseCsv: expected 2 numbers on ${message}. Correct the line.`);
});

test("a long line is cut short in the message", () => {
  const line = "x".repeat(1000);
  expect(() => parseCsv(`a\n${line}`)).toThrow(`got "${"x".repeat(60)}"`);
});

test("a header alone is a table without rows, of as many columns", () => {
  const { columns, values } = parseCsv("a,b,c\n");
  expect(columns).toEqual(["a", "b", "c"]);
  expect(values.shape).toEqual([0, 3]);
});
