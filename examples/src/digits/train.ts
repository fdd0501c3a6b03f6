/** The training loop. */
import { random, valueAndGrad } from "@ndgrad/tensor-vjp";
import { adam, batches } from "@ndgrad/train";
import { subset } from "./data.js";
import type { Digits } from "./data.js";
import { initialise, loss, predict } from "./model.js";
import type { Params } from "./model.js";

export interface Progress {
  readonly step: number;
  readonly steps: number;
  readonly loss: number;
}

export interface Trained {
  readonly params: Params;
  /** The loss of each mini-batch before its step. */
  readonly losses: readonly number[];
}

/** Train for `epochs` passes over the data; the same key gives the same result. */
export function train(
  key: random.Key,
  data: Digits,
  epochs: number,
  onStep: (progress: Progress) => void,
): Trained {
  const [initKey, shuffleKey] = random.split(key) as [random.Key, random.Key];
  const size = 32;
  const steps = epochs * Math.ceil(data.labels.length / size);
  const optimizer = adam({ learningRate: 3e-3, weightDecay: 1e-4 });
  const step = valueAndGrad(loss);
  let params = initialise(initKey);
  let state = optimizer.init(params);
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const rows of batches(random.foldIn(shuffleKey, epoch), data.labels.length, size)) {
      const [value, gradient] = step(params, subset(data, rows));
      [params, state] = optimizer.update(gradient, state, params);
      losses.push(value);
      onStep({ step: losses.length, steps, loss: value });
    }
  return { params, losses };
}

export interface Evaluation {
  readonly predictions: Int32Array;
  readonly accuracy: number;
  /** confusion[truth][prediction] */
  readonly confusion: readonly (readonly number[])[];
}

export function evaluate(params: Params, { images, labels }: Digits): Evaluation {
  const predictions = predict(params, images);
  const confusion = Array.from({ length: 10 }, () => new Array<number>(10).fill(0));
  labels.forEach((truth, i) => confusion[truth]![predictions[i]!]!++);
  const right = confusion.reduce((sum, row, i) => sum + row[i]!, 0);
  return { predictions, accuracy: right / labels.length, confusion };
}
