/** W7: a step of gradient descent on an LSTM, 50 steps of time unrolled, batch 16, input 16, hidden 32. */
import {
  add,
  at,
  matmul,
  mean,
  mul,
  toBackend,
  sigmoid,
  slice,
  square,
  sub,
  tanh,
  zeros,
} from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
import { descent } from "./descent.js";
import { data } from "./workload.js";
import type { Workload } from "./workload.js";

const [TIME, BATCH, IN, HIDDEN] = [50, 16, 16, 32];

export const lstm: Workload = {
  name: "W7 step",
  prepare() {
    const inputs = Array.from({ length: TIME }, (_, t) => toBackend(data(10 + t, [BATCH, IN], 2)));
    const target = toBackend(data(1, [BATCH, HIDDEN]));
    const params = [
      data(2, [IN, 4 * HIDDEN], 0.5),
      data(3, [HIDDEN, 4 * HIDDEN], 0.5),
      data(4, [4 * HIDDEN], 0.5),
    ];
    const start = zeros([BATCH, HIDDEN]);
    const loss = ([wx, wh, bias]: Nd[]) => {
      let [h, c] = [start, start];
      for (const x of inputs) {
        const z = add(add(matmul(x, wx!), matmul(h, wh!)), bias!);
        const gate = (k: number): Nd => at(z, [slice(), slice(k * HIDDEN, (k + 1) * HIDDEN)]) as Nd;
        c = add(mul(sigmoid(gate(1)), c), mul(sigmoid(gate(0)), tanh(gate(2))));
        h = mul(sigmoid(gate(3)), tanh(c));
      }
      return mean(square(sub(h, target)));
    };
    return { step: descent(params, loss) };
  },
};
