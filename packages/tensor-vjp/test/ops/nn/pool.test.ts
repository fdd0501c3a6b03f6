import { array, grad, mul, ones, sum, toArray, vmap } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
import { avgPool1d, avgPool2d, maxPool1d, maxPool2d } from "@ndgrad/tensor-vjp/nn";
import { counting, expectDerivatives, listed, random, strided } from "../directions.js";

const signal = array([[[3, -1, -4, -1, -5]]]);

test("a pool takes the largest of each window, or their mean; entries left over are dropped", () => {
  expect(toArray(maxPool1d(signal, { kernelSize: 2 }))).toEqual([[[3, -1]]]);
  expect(toArray(maxPool1d(signal, { kernelSize: 2, stride: 1 }))).toEqual([[[3, -1, -1, -1]]]);
  expect(toArray(avgPool1d(signal, { kernelSize: 2 }))).toEqual([[[1, -2.5]]]);
  const image = counting(1, 2, 3, 4);
  expect(listed(maxPool2d(image, { kernelSize: [2, 3], stride: 1 }))).toEqual([[[[6, 7], [10, 11]], [[18, 19], [22, 23]]]]); // prettier-ignore
  expect(listed(avgPool2d(strided(image), { kernelSize: 2 }))).toEqual([[[[2.5, 4.5]], [[14.5, 16.5]]]]);
});

test("padding never is the largest, but counts as zeros in a mean", () => {
  const x = array([[[-2, -3, -6]]]);
  expect(toArray(maxPool1d(x, { kernelSize: 2, padding: 1 }))).toEqual([[[-2, -3]]]);
  expect(toArray(avgPool1d(x, { kernelSize: 2, padding: 1 }))).toEqual([[[-1, -4.5]]]);
  expect(toArray(grad((z: Nd) => sum(maxPool1d(z, { kernelSize: 2, padding: 1 })))(x))).toEqual([
    [[1, 1, 0]],
  ]);
});

test("the largest entries of a window share its cotangent, and an entry collects from all its windows", () => {
  const weighted = (z: Nd): number =>
    sum(mul(maxPool1d(z, { kernelSize: 2, stride: 1 }), array([1, 10, 100])));
  expect(toArray(grad(weighted)(array([[[5, 5, 7, 7]]])))).toEqual([[[0.5, 0.5, 60, 50]]]);
});

test("NaN in a window is its largest entry", () => {
  expect(toArray(maxPool1d(array([[[1, NaN, 2, 3]]]), { kernelSize: 2 }))).toEqual([[[NaN, 3]]]);
});

test("pools have derivatives to second order away from ties", () => {
  expectDerivatives((x) => maxPool2d(x, { kernelSize: 2, stride: 1, padding: 1 }), random([1, 2, 3, 3], 1));
  expectDerivatives((x) => avgPool2d(x, { kernelSize: [3, 2], stride: 2, padding: [1, 0] }), random([2, 1, 4, 5], 2)); // prettier-ignore
});

test("a pool under vmap pools each signal", () => {
  const xs = array([[[[1, 2, 3, 0]]], [[[4, 3, 2, 9]]]]);
  expect(toArray(vmap((x: Nd) => maxPool1d(x, { kernelSize: 2 }))(xs))).toEqual([[[[2, 3]]], [[[4, 9]]]]);
});

test("windows that do not fit, or would hold padding only, are refused", () => {
  expect(() => maxPool1d(signal, { kernelSize: 6 })).toThrow("maxPool1d: expected an input as large as the kernel, got [5] (with padding) for a kernel of [6] with dilation [1].");
  expect(() => maxPool1d(signal, { kernelSize: 3, padding: 2 })).toThrow("maxPool1d: expected padding of at most half the kernel [3], got [2]. Use pad for more.");
  expect(() => avgPool2d(ones([1, 1, 4, 4]), { kernelSize: [2, 1], padding: 1 })).toThrow("avgPool2d: expected padding of at most half the kernel [2,1], got [1,1].");
  expect(() => avgPool2d(signal, { kernelSize: 2 })).toThrow("avgPool2d: expected x of [n,c,height,width], got [1,1,5]. Add axes with reshape.");
  // @ts-expect-error The size of the windows has no default.
  expect(() => maxPool1d(signal, {})).toThrow("maxPool1d: expected a kernel size of 1 or more, or one for each of 1 axes, got []. Write whole numbers.");
}); // prettier-ignore
