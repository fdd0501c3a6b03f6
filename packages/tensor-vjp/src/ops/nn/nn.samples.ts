/** Samples of the building blocks of neural networks. */
import * as nn from "./index.js";
import { key } from "../../random/key.js";
import { between, distinct, positive, positions, real } from "../../testing/draw.js";
import { differentiable } from "../../testing/entry.js";
import { unary } from "../../testing/elementwise-like.js";

/** Above all that `real` draws. */
const far = between(3, 4);
const REDUCTION = { reduction: '"mean" (default), "sum" or "none"' };
const CONV = {
  bias: "one per output channel",
  stride: "1",
  padding: "zeros around, 0",
  dilation: "1",
  groups: "1",
};
const POOL = { kernelSize: "of the windows", stride: "that of the kernel", padding: "0" };

export const networks = {
  conv1d: differentiable(
    nn.conv1d,
    [
      [real(2, 2, 5), real(3, 2, 2), { bias: real(3), padding: 1 }],
      [real(1, 4, 6), real(2, 2, 2), { stride: 2, dilation: 2, groups: 2 }],
    ],
    { options: CONV },
  ),
  conv2d: differentiable(
    nn.conv2d,
    [
      [real(1, 2, 3, 4), real(2, 2, 2, 2), { bias: real(2), padding: [1, 0] }],
      [real(1, 2, 4, 4), real(2, 1, 2, 2), { stride: 2, groups: 2 }],
    ],
    { options: CONV },
  ),
  convTranspose2d: differentiable(
    nn.convTranspose2d,
    [
      [real(1, 2, 2, 2), real(2, 3, 2, 2), { stride: 2, bias: real(3) }],
      [real(1, 2, 3, 2), real(2, 1, 2, 2), { padding: 1, outputPadding: [1, 0], stride: 2, groups: 2 }],
    ],
    { options: { ...CONV, outputPadding: "added to one side of the output, 0" } },
  ),
  maxPool1d: differentiable(nn.maxPool1d, [[distinct(1, 2, 5), { kernelSize: 2, padding: 1 }]], {
    options: POOL,
    kinks: "ties share equally",
  }),
  maxPool2d: differentiable(nn.maxPool2d, [[distinct(1, 2, 3, 4), { kernelSize: 2, stride: 1 }]], {
    options: POOL,
    kinks: "ties share equally",
  }),
  avgPool1d: differentiable(nn.avgPool1d, [[real(1, 2, 5), { kernelSize: 2, padding: 1 }]], {
    options: POOL,
  }),
  avgPool2d: differentiable(nn.avgPool2d, [[real(1, 2, 3, 4), { kernelSize: [2, 3], stride: 1 }]], {
    options: POOL,
  }),
  linear: differentiable(nn.linear, [
    [real(2, 3), real(4, 3), real(4)],
    [real(3), real(2, 3)],
  ]),
  embedding: differentiable(nn.embedding, [[real(4, 2), positions(4, 3)]]),
  dropout: differentiable(nn.dropout, [[key(3), real(3, 4), { rate: 0.4 }]], {
    options: { rate: "the fraction that is dropped, 0.5" },
  }),
  attention: differentiable(
    nn.attention,
    [
      [real(3, 2), real(4, 2), real(4, 3)],
      [real(2, 3, 2), real(2, 3, 2), real(2, 3, 2), { causal: true }],
    ],
    { options: { mask: "true where a query may look", causal: "only at keys up to its own" } },
  ),
  layerNorm: differentiable(
    nn.layerNorm,
    [
      [real(2, 3), { weight: real(3), bias: real(3) }],
      [real(2, 3, 2), { axis: [1, 2], eps: 0.1 }],
    ],
    {
      options: {
        weight: "of the normalised axes",
        bias: "likewise",
        axis: "the last by default",
        eps: "1e-5",
      },
    },
  ),
  batchNorm: differentiable(
    nn.batchNorm,
    [
      [real(4, 2), { weight: real(2), bias: real(2) }],
      [real(2, 2, 3), { running: { mean: real(2), variance: positive(2) } }],
    ],
    {
      options: {
        weight: "one per channel",
        bias: "one per channel",
        running: "mean and variance in place of the batch's",
        eps: "1e-5",
      },
    },
  ),
  normalize: differentiable(nn.normalize, [[real(2, 3)], [real(2, 3), { axis: 0, ord: 1 }]], {
    options: { axis: "the last by default", ord: "of the norm, 2", eps: "the least divisor, 1e-12" },
  }),
  cosineSimilarity: differentiable(
    nn.cosineSimilarity,
    [
      [real(2, 3), real(2, 3)],
      [real(3), real(3)],
      [real(2, 1), real(3), { axis: 0 }],
    ],
    {
      options: { axis: "the last by default", eps: "the least norm, 1e-8" },
    },
  ),
  mseLoss: differentiable(
    nn.mseLoss,
    [
      [real(2, 3), real(2, 3)],
      [real(3), real(3), { reduction: "none" }],
    ],
    {
      options: REDUCTION,
    },
  ),
  l1Loss: differentiable(
    nn.l1Loss,
    [
      [real(2, 3), far()],
      [real(3), far(), { reduction: "sum" }],
    ],
    {
      options: REDUCTION,
      kinks: "0 at x = y",
    },
  ),
  huberLoss: differentiable(
    nn.huberLoss,
    [
      [real(2, 3), real(3)],
      [real(3), 9, { delta: 2 }],
    ],
    {
      options: { ...REDUCTION, delta: "where it turns linear, 1" },
    },
  ),
  bceWithLogits: differentiable(nn.bceWithLogits, [[real(2, 3), positive(2, 3)]], { options: REDUCTION }),
  klDiv: differentiable(nn.klDiv, [[real(3), positive(3)]], { options: { reduction: '"sum" by default' } }),
};

export const moreActivations = {
  mish: unary(nn.mish, real),
  selu: unary(nn.selu, real),
  softsign: unary(nn.softsign, real, { kinks: "1 at 0" }),
  hardtanh: unary(nn.hardtanh, real, { kinks: "0 at the bounds" }),
  relu6: unary(nn.relu6, real, { kinks: "0 at 0 and 6" }),
  glu: differentiable(nn.glu, [[real(2, 4)], [real(2, 3), { axis: 0 }]], {
    options: { axis: "that is halved, the last by default" },
  }),
};
