/** W6: sum((A·B)∘C), its gradient in A and B. */
import { grad, matmul, mul, toBackend, sum } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
import { data } from "./workload.js";
import type { Workload } from "./workload.js";

const product = (n: number): Workload => ({
  name: `W6 ${n}`,
  prepare() {
    const [a, b, c] = [data(1, [n, n]), data(2, [n, n]), toBackend(data(3, [n, n]))];
    const gradient = grad(([x, y]: Nd[]) => sum(mul(matmul(x!, y!), c)));
    return {
      step() {
        const [ga, gb] = gradient([a, b]);
        return ga!.data[n + 5]! + gb!.data[n + 7]!;
      },
    };
  },
});

export const products = [64, 256, 512, 1024].map(product);
