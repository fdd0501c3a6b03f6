/** A perceptron with one hidden layer. */
import { add, argmax, crossEntropy, matmul, mul, random, relu, zeros } from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { CLASSES, PIXELS } from "./data.js";
import type { Digits } from "./data.js";

export interface Layer {
  readonly weights: Tensor;
  readonly bias: Tensor;
}
export type Params = readonly Layer[];

/** Random weights with variance 2 / inputs (He et al. 2015), and biases of 0. */
export function initialise(key: random.Key, sizes: readonly number[] = [PIXELS, 64, CLASSES]): Params {
  return random.split(key, sizes.length - 1).map((layerKey, i) => {
    const [inputs, outputs] = [sizes[i]!, sizes[i + 1]!];
    const weights = mul(random.normal(layerKey, [inputs, outputs]), Math.sqrt(2 / inputs));
    return { weights, bias: zeros([outputs]) };
  });
}

/** Scores of the classes, before softmax. Shapes: [n, 64] → [n, 10]. */
export function logits(params: Params, images: Tensor): Tensor {
  return params.reduce<Tensor>(
    (x, { weights, bias }, i) => add(matmul(i === 0 ? x : relu(x), weights), bias),
    images,
  );
}

export function loss(params: Params, { images, labels }: Digits): number {
  return crossEntropy(logits(params, images), labels);
}

export function predict(params: Params, images: Nd): Int32Array {
  return (argmax(logits(params, images), { axis: 1 }) as Exclude<ReturnType<typeof argmax>, number>).data;
}
