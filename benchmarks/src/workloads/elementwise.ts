/** W5: sum(tanh(x)·exp(−x²) + log(1 + x²)) over a million entries, and its gradient. */
import { add, exp, log, mul, neg, square, sum, tanh, valueAndGrad } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
import { data } from "./workload.js";
import type { Workload } from "./workload.js";

export const elementwise: Workload = {
  name: "W5 grad",
  prepare() {
    const x = data(1, [1_000_000], 4);
    const both = valueAndGrad((v: Nd) => {
      const squares = square(v);
      return sum(add(mul(tanh(v), exp(neg(squares))), log(add(squares, 1))));
    });
    return {
      step() {
        const [value, gradient] = both(x);
        return value + gradient.data[12345]!;
      },
    };
  },
};
