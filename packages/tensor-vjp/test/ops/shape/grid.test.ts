import { ArgumentError, array, broadcastArrays, meshgrid, ShapeError } from "@ndgrad/tensor-vjp";
import { counting, expectDerivatives, listed, random } from "../directions.js";

test("meshgrid gives coordinates in the order of a plot, or of the vectors", () => {
  expect(meshgrid([array([1, 2, 3]), array([4, 5])]).map(listed)).toEqual([
    [
      [1, 2, 3],
      [1, 2, 3],
    ],
    [
      [4, 4, 4],
      [5, 5, 5],
    ],
  ]);
  expect(meshgrid([array([1, 2, 3]), array([4, 5])], { indexing: "ij" }).map(listed)).toEqual([
    [
      [1, 1],
      [2, 2],
      [3, 3],
    ],
    [
      [4, 5],
      [4, 5],
      [4, 5],
    ],
  ]);
  expect(meshgrid([counting(2), counting(3), counting(4)])[2]!.shape).toEqual([3, 2, 4]);
  expect(meshgrid([counting(2)]).map(listed)).toEqual([[0, 1]]);
  expect(meshgrid([counting(2), 7]).map(listed)).toEqual([[[0, 1]], [[7, 7]]]);
});

test("broadcastArrays spreads to a common shape", () => {
  expect(broadcastArrays([counting(2, 1), counting(2), 5]).map(listed)).toEqual([
    [
      [0, 0],
      [1, 1],
    ],
    [
      [0, 1],
      [0, 1],
    ],
    [
      [5, 5],
      [5, 5],
    ],
  ]);
});

test("each vector gets the sum over the grid", () => {
  expectDerivatives((x, y) => meshgrid([x, y]), random([3], 1), random([2], 2));
  expectDerivatives((x, y) => meshgrid([x, y], { indexing: "ij" }), random([3], 1), 0.5);
  expectDerivatives((x, y) => broadcastArrays([x, y]), random([3, 1], 1), random([2], 2));
});

test("what makes no grid is refused", () => {
  expect(() => meshgrid([counting(2, 2)])).toThrow(
    "meshgrid: expected vectors, got [2,2]. Use ravel to flatten it.",
  );
  expect(() => meshgrid(counting(2) as never)).toThrow(ArgumentError);
  expect(() => broadcastArrays([counting(2), counting(3)])).toThrow(ShapeError);
});
