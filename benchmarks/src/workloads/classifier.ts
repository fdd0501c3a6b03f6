/** W3: a step of gradient descent on a classifier 784-128-10, a batch of 64. */
import { add, logSoftmax, matmul, mul, neg, toBackend, relu, sum } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
import { descent } from "./descent.js";
import { classes, data } from "./workload.js";
import type { Workload } from "./workload.js";

export const classifier: Workload = {
  name: "W3 step",
  prepare() {
    const x = toBackend(data(1, [64, 784]));
    const y = toBackend(classes(64, 10));
    const params = [
      ...[data(2, [784, 128], 0.1), data(3, [128], 0.1)],
      ...[data(4, [128, 10], 0.2), data(5, [10], 0.1)],
    ];
    const loss = ([w1, b1, w2, b2]: Nd[]) => {
      const hidden = relu(add(matmul(x, w1!), b1!));
      const logits = add(matmul(hidden, w2!), b2!);
      return neg(mul(sum(mul(logSoftmax(logits), y)), 1 / 64));
    };
    return { step: descent(params, loss) };
  },
};
