/** Building blocks of neural networks, with the meanings of torch.nn.functional; images are [n, channels, height, width]. */
export { relu } from "../../primitives/elementwise/relu.js";
export { crossEntropy } from "./cross-entropy.js";
export type { CrossEntropyOptions, Reduction } from "./cross-entropy.js";
export { tanh } from "../../primitives/elementwise/hyperbolic.js";
export { logSoftmax, softmax } from "../reduce/softmax.js";
export { sigmoid } from "../../primitives/elementwise/sigmoid.js";
export { logSigmoid, softplus } from "../elementwise/softplus.js";
export { elu, gelu, glu, hardtanh, leakyRelu, mish, relu6, selu, silu, softsign } from "./activations.js";
export { conv1d, conv2d, convTranspose2d } from "./conv.js";
export type { ConvOptions, ConvTransposeOptions } from "./conv.js";
export { attention, dropout, embedding, linear } from "./layers.js";
export type { AttentionOptions } from "./layers.js";
export { bceWithLogits, huberLoss, klDiv, l1Loss, mseLoss } from "./losses.js";
export type { DivergenceOp, HuberOptions, LossOp, LossOptions } from "./losses.js";
export { batchNorm, cosineSimilarity, layerNorm, normalize } from "./normalization.js";
export type {
  BatchNormOptions,
  LayerNormOptions,
  NormalizeOptions,
  SimilarityOptions,
} from "./normalization.js";
export { avgPool1d, avgPool2d, maxPool1d, maxPool2d } from "./pool.js";
export type { PoolOptions } from "./pool.js";
export type { PerAxis } from "../../primitives/nn/windows.js";
