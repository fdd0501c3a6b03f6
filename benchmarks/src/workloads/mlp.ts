/** W2: a step of gradient descent on a network 2-16-16-1, 100 points at once. */
import { add, matmul, mean, toBackend, square, sub, tanh } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
import { descent } from "./descent.js";
import { data } from "./workload.js";
import type { Workload } from "./workload.js";

export const mlp: Workload = {
  name: "W2 step",
  prepare() {
    const x = toBackend(data(1, [100, 2], 2));
    const y = toBackend(data(2, [100, 1], 2));
    const params = [
      ...[data(3, [2, 16]), data(4, [16])],
      ...[data(5, [16, 16]), data(6, [16])],
      ...[data(7, [16, 1]), data(8, [1])],
    ];
    const loss = ([w1, b1, w2, b2, w3, b3]: Nd[]) => {
      const h1 = tanh(add(matmul(x, w1!), b1!));
      const h2 = tanh(add(matmul(h1, w2!), b2!));
      return mean(square(sub(add(matmul(h2, w3!), b3!), y)));
    };
    return { step: descent(params, loss) };
  },
};
