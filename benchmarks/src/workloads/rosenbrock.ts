/** W8: second derivatives of Rosenbrock's function in 50 dimensions, and the Jacobian of a network 100-100-100. */
import {
  add,
  at,
  hessian,
  hvp,
  jacobian,
  matmul,
  mul,
  slice,
  square,
  sub,
  sum,
  tanh,
} from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { data } from "./workload.js";
import type { Workload } from "./workload.js";

function rosenbrock(x: Tensor): number {
  const [before, after] = [at(x, [slice(0, 49)]), at(x, [slice(1, 50)])];
  return sum(add(mul(square(sub(after, square(before))), 100), square(sub(1, before))));
}

export const rosenbrockHvp: Workload = {
  name: "W8 hvp",
  prepare() {
    const [x, v] = [data(1, [50], 2), data(2, [50])];
    const product = hvp(rosenbrock);
    return { step: () => (product(x, v) as Nd).data[20]! };
  },
};

export const rosenbrockHessian: Workload = {
  name: "W8 hessian",
  prepare() {
    const x = data(1, [50], 2);
    const matrix = hessian(rosenbrock);
    return { step: () => (matrix(x) as Nd).get(20, 21) };
  },
};

export const networkJacobian: Workload = {
  name: "W8 jacobian",
  prepare() {
    const [w1, w2, x] = [data(1, [100, 100], 0.5), data(2, [100, 100], 0.5), data(3, [100])];
    const matrix = jacobian((v: Tensor) => tanh(matmul(w2, tanh(matmul(w1, v)))));
    return { step: () => (matrix(x) as Nd).get(20, 21) };
  },
};
