import {
  array,
  at,
  atAdd,
  atMax,
  atMin,
  atMul,
  atSet,
  concatenate,
  insert,
  makeDiagonal,
  pad,
  roll,
  slice,
  stack,
  take,
} from "@ndgrad/tensor-vjp";
import type { Index, Tensor } from "@ndgrad/tensor-vjp";
import { maxPool2d } from "@ndgrad/tensor-vjp/nn";
import { expectMapped } from "../mapped.js";

const indices: [string, Index][] = [
  ["an entry", [1, 2]],
  ["a row", 1],
  ["a slice backwards", [slice(null, null, -1), slice(1, 3)]],
  ["rows, one of them twice", [[2, 0, 2]]],
  ["points, one of them twice", [[0, 2, 0], [1, 3, 1]]], // prettier-ignore
  ["points apart from a slice", [[[0, 2], [2, 1]], slice(0, 2)]], // prettier-ignore
  ["columns, arranged in two axes", [slice(), [[0, 3], [1, 0]]]], // prettier-ignore
];

describe.each(indices)("a batch at %s", (_name, index) => {
  test("is read at once", () => {
    expectMapped((x) => at(x, index), [3, 4]);
  });

  test.each([
    ["atSet", atSet],
    ["atAdd", atAdd],
    ["atMul", atMul],
    ["atMax", atMax],
    ["atMin", atMin],
  ])("%s: with entries of the shape that is there, and with one number", (_op, update) => {
    const there = at(array(Array.from({ length: 3 }, () => [0, 0, 0, 0])), index);
    expectMapped((x, v) => update(x, index, v), [3, 4], typeof there === "number" ? [] : there.shape);
    expectMapped((x, v) => update(x, index, v), [3, 4], []);
  });
});

test("a value of lower rank than the place", () => {
  expectMapped((x, v) => atSet(x, [slice(), [1, 2, 1]], v), [3, 4], [3]);
  expectMapped((x, v) => atMax(x, [slice(), [1, 2, 1]], v), [3, 4], [3]);
});

const tie = (x: Tensor): Tensor => at(x, [[0, 0]]);

test("shares of a tie are those of each example", () => {
  expectMapped((x) => atMax(x, [[0, 0]], tie(x)), [3]);
  expectMapped((x) => atMin(x, 0, at(x, 0)), [3]);
});

test("arrays put together of parts, plain ones among them", () => {
  expectMapped((x, y) => concatenate([x, array([[1, 2]]), y]), [2, 2], [1, 2]);
  expectMapped((x, y) => stack([x, y, x], { axis: 1 }), [2, 2], [2, 2]);
  expectMapped((x, y) => stack([x, 1, y]), [], []);
  expectMapped((x, y) => insert(x, [0, 2], y, { axis: 1 }), [2, 3], [2, 2]);
  expectMapped((x) => pad(x, [[1, 0], [2, 1]], { constantValues: 3 }), [2, 2]); // prettier-ignore
  expectMapped((x) => makeDiagonal(x, { offset: -1 }), [2, 3]);
  expectMapped((x, y) => array([x, [y, 2]] as never), [2], []);
});

test("rows and rolls", () => {
  expectMapped((x) => take(x, [1, 1, 0], { axis: 1 }), [2, 3]);
  expectMapped((x) => roll(x, [1, -1], { axis: [0, 1] }), [2, 3]);
});

test("windows", () => {
  expectMapped((x) => maxPool2d(x, { kernelSize: 2, stride: 1 }), [1, 2, 3, 3]);
});
