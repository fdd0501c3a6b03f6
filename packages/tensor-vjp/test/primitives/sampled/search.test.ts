import ndarray from "ndarray";
import { array, at } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
import { cellOf, checkAscending, searchSorted } from "../../../src/primitives/sampled/search.js";

const sorted = array([
  [0, 1, 2],
  [5, 5, 6],
]);
const values = array([
  [0.5, 2, -1, 7],
  [5, 5.5, 9, NaN],
]);

const entries = (x: unknown): number[] => [...(x as Nd).data];

test("a stack is searched row by row, each for values of its own", () => {
  for (const side of ["left", "right"] as const) {
    const rows = [0, 1].map((i) => entries(searchSorted(at(sorted, i), at(values, i), side)));
    expect(entries(searchSorted(sorted, values, side))).toEqual(rows.flat());
  }
  expect(entries(searchSorted(sorted, values, "left"))).toEqual([1, 2, 0, 3, 0, 2, 3, 3]);
  expect(entries(cellOf(sorted, values))).toEqual([0, 1, 0, 1, 1, 1, 1, 1]);
});

test("a vector is searched for all values", () => {
  expect(entries(searchSorted(at(sorted, 0), values, "right"))).toEqual([1, 3, 0, 3, 3, 3, 3, 3]);
  expect(searchSorted(array([1, 2]), 1.5, "left")).toBe(1);
});

test("every row of a stack of samples must ascend", () => {
  expect(() => checkAscending(sorted)).toThrow("got 5 after 5");
  expect(checkAscending(array([[0, 1]]))).toEqual(ndarray(Uint8Array.of(1), [1]));
});
