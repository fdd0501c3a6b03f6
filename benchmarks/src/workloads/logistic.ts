/** W4: the gradient of logistic regression, 1000 rows of 50. */
import { grad, matmul, mean, mul, neg, toBackend, softplus } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
import { data } from "./workload.js";
import type { Workload } from "./workload.js";

export const logistic: Workload = {
  name: "W4 grad",
  prepare() {
    const x = toBackend(data(1, [1000, 50], 2));
    const w = data(2, [50]);
    const sign = toBackend(data(3, [1000]));
    for (let i = 0; i < 1000; i++) sign.set(i, sign.get(i) > 0 ? 1 : -1);
    const gradient = grad((v: Nd) => mean(softplus(neg(mul(sign, matmul(x, v))))));
    return { step: () => gradient(w).data[17]! };
  },
};
