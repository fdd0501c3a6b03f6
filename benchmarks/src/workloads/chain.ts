/** W1 and W9: the derivative of a chain of operations on one number, which measures tracing alone. */
import { add, grad, mul, sin } from "@ndgrad/tensor-vjp";
import type { Workload } from "./workload.js";

const chain = (name: string, ops: number): Workload => ({
  name,
  prepare() {
    const derivative = grad((x: number) => {
      let y = x;
      for (let i = 0; i < ops; i++) y = i % 3 === 0 ? mul(y, 1.0001) : i % 3 === 1 ? add(y, x) : sin(y);
      return y;
    });
    return { step: () => derivative(0.5) };
  },
});

export const shortChain = chain("W1 grad", 1000);
/** For time and memory of a single run. */
export const longChains = [chain("W9 1e5", 1e5), chain("W9 1e6", 1e6)];
