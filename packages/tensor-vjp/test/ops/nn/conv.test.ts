import { array, at, grad, jacobian, mul, ones, sum, toArray, vmap } from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { conv1d, conv2d, convTranspose2d } from "@ndgrad/tensor-vjp/nn";
import ndarray from "ndarray";
import { expectDerivatives, random, strided } from "../directions.js";

interface Setting {
  readonly stride: readonly [number, number];
  readonly padding: readonly [number, number];
  readonly dilation: readonly [number, number];
  readonly groups: number;
}

/** The definition, entry by entry: y[n,o,i,j] = Σ w[o,c,k,l] · x[n, c of the group, i·s + k·d − p, …], 0 outside. */
function byDefinition(x: Nd, w: Nd, { stride: s, padding: p, dilation: d, groups }: Setting): Nd {
  const [n, channels, ...sizes] = x.shape as [number, number, number, number];
  const [o, c, ...kernel] = w.shape as [number, number, number, number];
  const [h, v] = sizes.map((size, a) => Math.floor((size + 2 * p[a]! - d[a]! * (kernel[a]! - 1) - 1) / s[a]!) + 1) as [number, number]; // prettier-ignore
  const y = ndarray(new Float64Array(n * o * h * v), [n, o, h, v]);
  for (let b = 0; b < n; b++)
    for (let q = 0; q < o; q++)
      for (let i = 0; i < h; i++)
        for (let j = 0; j < v; j++) {
          let total = 0;
          for (let m = 0; m < c; m++)
            for (let k = 0; k < kernel[0]; k++)
              for (let l = 0; l < kernel[1]; l++) {
                const [row, column] = [i * s[0] + k * d[0] - p[0], j * s[1] + l * d[1] - p[1]];
                if (row < 0 || column < 0 || row >= sizes[0] || column >= sizes[1]) continue;
                const channel = Math.floor(q / (o / groups)) * (channels / groups) + m;
                total += w.get(q, m, k, l) * x.get(b, channel, row, column);
              }
          y.set(b, q, i, j, total);
        }
  return y;
}

function expectEqual(got: Tensor, want: Nd): void {
  expect((got as Nd).shape).toEqual(want.shape);
  const [a, b] = [toArray(got), toArray(want)].map((list) => [list].flat(4) as number[]);
  // Sums of fewer than 100 products of numbers below 2, in another order.
  a!.forEach((v, i) => expect(Math.abs(v - b![i]!)).toBeLessThan(1e-13));
}

const settings: readonly [string, number, number, Partial<Setting>][] = [
  ["plain", 3, 2, {}],
  ["padded", 3, 2, { padding: [1, 2] }],
  ["strided, with entries left over", 3, 2, { stride: [2, 3] }],
  ["dilated", 3, 2, { dilation: [2, 1] }],
  ["in groups", 4, 6, { groups: 2 }],
  ["depthwise", 4, 8, { groups: 4 }],
  ["all of it", 4, 2, { stride: [2, 1], padding: [2, 1], dilation: [1, 3], groups: 2 }],
];

describe.each(settings)("a convolution %s", (_name, channels, outputs, some) => {
  const setting: Setting = { stride: [1, 1], padding: [0, 0], dilation: [1, 1], groups: 1, ...some };
  const x = random([2, channels, 6, 7], 1) as Nd;
  const w = random([outputs, channels / setting.groups, 3, 2], 2) as Nd;
  const y = byDefinition(x, w, setting);

  test("is what its definition says, for any strides of its arguments", () => {
    expectEqual(conv2d(x, w, setting), y);
    expectEqual(conv2d(strided(x), strided(w), setting), y);
  });

  test("has the transposed convolution as its transpose", () => {
    const { stride, padding, dilation } = setting;
    // Where windows leave entries over, the output padding says how many.
    const outputPadding = [6, 7].map(
      (size, a) => (size + 2 * padding[a]! - dilation[a]! * (w.shape[a + 2]! - 1) - 1) % stride[a]!,
    );
    const back = convTranspose2d(y, w, { ...setting, outputPadding });
    expect(back.shape).toEqual(x.shape);
    // ⟨Ax, Ax⟩ = ⟨x, AᵀAx⟩ for the x of this y; and for another.
    const other = random(x.shape, 3) as Nd;
    for (const z of [x, other]) {
      const left = sum(mul(conv2d(z, w, setting), y));
      expect(Math.abs(sum(mul(z, back)) - left)).toBeLessThan(1e-11 * (1 + Math.abs(left)));
    }
    expectEqual(grad((z: Nd) => sum(mul(conv2d(z, w, setting), y)))(x), back);
  });

  test("is right under vmap, over images and over kernels", () => {
    const three = random([3, ...x.shape], 4) as Nd;
    const images = vmap((z: Nd) => conv2d(z, w, setting))(three);
    const kernels = random([3, ...w.shape], 5) as Nd;
    const filtered = vmap((v: Nd) => conv2d(x, v, setting))(kernels);
    for (const i of [0, 1, 2]) {
      expectEqual(at(images, i), byDefinition(at(three, i) as Nd, w, setting));
      expectEqual(at(filtered, i), byDefinition(x, at(kernels, i) as Nd, setting));
    }
  });
});

test("a convolution of signals is a cross-correlation: the kernel is not turned round", () => {
  const x = array([[[1, 2, 3, 4]]]);
  const w = array([[[1, 10]]]);
  expect(toArray(conv1d(x, w))).toEqual([[[21, 32, 43]]]);
  expect(toArray(conv1d(x, w, { padding: 1, stride: 2, bias: array([100]) }))).toEqual([[[110, 132, 104]]]);
  expect(toArray(jacobian((v: Tensor) => conv1d(x, v))(w))).toEqual([[[[[[1, 2]]], [[[2, 3]]], [[[3, 4]]]]]]);
});

test("convolutions have derivatives to second order in signal, kernel and bias", () => {
  expectDerivatives(
    (x, w, bias) => conv1d(x, w, { bias: bias, stride: 2, padding: 1, dilation: 2, groups: 2 }),
    ...[random([1, 2, 6], 1), random([4, 1, 2], 2), random([4], 3)],
  );
  expectDerivatives(
    (x, w, bias) => convTranspose2d(x, w, { bias: bias, stride: [2, 1], padding: 1, outputPadding: [1, 0] }),
    ...[random([1, 2, 2, 3], 1), random([2, 2, 2, 3], 2), random([2], 3)],
  );
});

test("no images give no results, and kernels the derivative 0", () => {
  const w = ones([2, 1, 2]);
  expect(conv1d(ones([0, 1, 3]), w).shape).toEqual([0, 2, 2]);
  expect(toArray(grad((v: Nd) => sum(conv1d(ones([0, 1, 3]), v)))(w))).toEqual([[[0, 0]], [[0, 0]]]);
});

test("what does not fit is refused, with the shapes and what to do", () => {
  const [x, w] = [ones([1, 3, 4, 4]), ones([2, 3, 2, 2])];
  expect(() => conv2d(ones([3, 4, 4]), w)).toThrow("conv2d: expected x of [n,c,height,width] and kernels of [o,c/groups,…], got [3,4,4] and [2,3,2,2]. Add axes of size 1 with reshape.");
  expect(() => conv2d(x, ones([2, 2, 2, 2]))).toThrow("conv2d: expected kernels for 3 channels in 1 groups, got [2,2,2,2] for x [1,3,4,4].");
  expect(() => conv2d(x, ones([2, 3, 5, 2]))).toThrow("conv2d: expected an input as large as the kernel, got [4,4] (with padding) for a kernel of [5,2] with dilation [1,1].");
  expect(() => conv2d(x, w, { bias: ones([3]) })).toThrow("conv2d: expected a bias of [2], got [3]. It has one entry for each output channel.");
  expect(() => conv2d(x, w, { stride: 0 })).toThrow("conv2d: expected a stride of 1 or more, or one for each of 2 axes, got [0].");
  expect(() => conv2d(x, w, { padding: [1, 1, 1] })).toThrow("conv2d: expected a padding of 0 or more, or one for each of 2 axes, got [1,1,1].");
  expect(() => convTranspose2d(x, ones([3, 1, 1, 1]), { groups: 1.5 })).toThrow("convTranspose2d: expected 1 group or more, got 1.5.");
  expect(() => convTranspose2d(x, ones([2, 3, 2, 2]))).toThrow("convTranspose2d: expected x of [n,c,h,w] and kernels of [c,o/1,kh,kw], got [1,3,4,4] and [2,3,2,2].");
  expect(() => convTranspose2d(x, ones([3, 1, 1, 1]), { padding: 2 })).toThrow("convTranspose2d: expected padding that leaves part of [4,4], got [2,2]. It is cut from both ends.");
}); // prettier-ignore
